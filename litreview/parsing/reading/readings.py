"""One reference: the label model's places, and the steps that correct them, in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from litreview.parsing.reading.cuts import Cuts
from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.segments import choose
from litreview.parsing.reading.steps.around_authors import end_before_undated, see_editors, take_et_al
from litreview.parsing.reading.steps.author_groups import take_group
from litreview.parsing.reading.steps.bare_names import end_bare_names, free_short_title, part_bare_container
from litreview.parsing.reading.steps.books import rejoin_subtitle, title_lone_container
from litreview.parsing.reading.steps.container_ends import (
    cut_container_tail,
    cut_series_volume,
    give_group_to_authors,
    open_container,
)
from litreview.parsing.reading.steps.cross_references import name_editors
from litreview.parsing.reading.steps.editors_behind import part_editors
from litreview.parsing.reading.steps.extras_set_aside import drop_series, leave_out_extras, set_extras_aside
from litreview.parsing.reading.steps.heads import tell_head
from litreview.parsing.reading.steps.impossible_numbers import (
    drop_days,
    drop_impossible_numbers,
    drop_other_numbers,
    number_of_register,
)
from litreview.parsing.reading.steps.imprints import part_publisher, shed_imprint
from litreview.parsing.reading.steps.lone_publishers import end_title_at_publisher
from litreview.parsing.reading.steps.lost_numbers import find_lost_numbers
from litreview.parsing.reading.steps.media import end_at_medium, end_title_at_kind
from litreview.parsing.reading.steps.name_ends import begin_title_behind_names
from litreview.parsing.reading.steps.number_block import believe_number_block
from litreview.parsing.reading.steps.organisation_authors import keep_organisations_whole
from litreview.parsing.reading.steps.reports import number_report
from litreview.parsing.reading.steps.short_titles import free_book_title
from litreview.parsing.reading.steps.title_and_container import part_container, split_title
from litreview.parsing.reading.steps.title_ends import (
    close_bracketed_title,
    close_quoted_title,
    cut_helpers,
    finish_title,
    open_title,
    restore_title_start,
)
from litreview.parsing.reading.steps.titles_as_authors import free_title_from_authors
from litreview.parsing.reading.steps.translations import keep_translations
from litreview.parsing.reading.steps.untitled import find_lost_title, title_law
from litreview.parsing.reading.steps.volume_parts import split_volume
from litreview.parsing.reading.steps.years import find_year, find_year_volume
from litreview.parsing.reading.tokens import Tokens

Step = Callable[[Draft], Draft | None]
"""Corrects one thing: a new draft, or None where there is nothing to say."""

STEPS: tuple[Step, ...] = (
    keep_organisations_whole,  # "World Health Organization. Report": authors, whole
    free_title_from_authors,  # "Right to digging. Information Office": a title, no author
    tell_head,  # "mossgrid. (2020).", "The smallest mine. (2008).": author or title
    part_bare_container,  # "Dix NJ. Fungal Ecology. Ecology. 1996;77": the first is the title
    end_bare_names,  # "Katz RT. Letter: Myokymia.": names end at their full stop
    begin_title_behind_names,  # "Brill, A. Quillwork: Simplified": the title begins behind the names
    free_book_title,  # "Brandvold S. Quiet pumps. Oslo: Fjell Forlag": a title, no name
    set_extras_aside,  # series, register number, edition, "(in press)": read by their marks
    end_at_medium,  # "(Version 1.0.3) [Computer software]. Zenodo": no part of the title
    end_before_undated,  # "Roe, A., n.d.": no author of that name
    take_et_al,  # "et al." belongs to the authors
    take_group,  # ", for the Tin Study Group": an author, no title
    see_editors,  # "(Hrsg.)" behind the authors
    free_short_title,  # "Massoud S. Frozen shoulder.": a title, not a last author
    believe_number_block,  # "2014;15(2):286-9": no doubt which is which
    leave_out_extras,  # titles and containers end before an edition or a remark
    part_editors,  # "(W. Roe & I. Poe, Eds.; pp. 1–9)": editors, no title
    open_title,  # "1976]) Keywords": not within a bracket
    cut_helpers,  # "… Translated by": the title ends
    restore_title_start,  # "1,25-dihydroxy", "Anger, madness": the title's lost start
    close_bracketed_title,  # "Baths (Tin Hills, Wales). Bath Reviews 93": the bracket is of the title
    close_quoted_title,  # the title ends with its quote
    open_container,  # "In: ", "Ders.: ": the container begins behind
    give_group_to_authors,  # "CMS Collaboration, Phys. Lett."
    cut_series_volume,  # "…, volume 193 of Lecture Notes"
    cut_container_tail,  # "[Internet]", "Vol.", "December"
    shed_imprint,  # "…, Harare: Zimbabwe House": the town is no title
    finish_title,  # "Megatin: cosmos. https": not only "Megatin"
    end_title_at_publisher,  # "Dark tin workshop. The University of Northmoor": the publisher
    find_lost_numbers,  # "pages 1-9", "Vol. 3" without a label
    split_volume,  # "10/3": volume and issue
    split_title,  # a title that swallowed its container
    part_container,  # a container that swallowed its title
    keep_translations,  # "Ekonomika [Economics]" is one
    name_editors,  # "in: Deckmyn / Thomson": editors, no book
    part_publisher,  # "Publishing House. Dhaka": publisher and place
    end_title_at_kind,  # "Title [Internet]", "Title. Masterarbeit": only "Title"
    rejoin_subtitle,  # a book's subtitle is no container
    number_report,  # "Discussion Paper Nr. 649": a number, no issue
    drop_series,  # "(Reviews; No. 169)" is a series, no container
    title_lone_container,  # a lone name before an imprint is a book's title
    find_year,  # a year without a label
    find_year_volume,  # "Stem Cells Int 2021, 1-7": the volume is the year
    drop_days,  # "July 7-10": days, no pages
    title_law,  # "42 U.S.C. § 1983", "Regulation (EU) 2016/999 on pumps": a title, no author
    find_lost_title,  # "Okonjo, P. (2021). tidekit [Computer software]": one word may be a title
    number_of_register,  # "NIST Special Publication 800-999": a number, no pages
    drop_other_numbers,  # "AWMF-Registernr. 999-012", "version 0.9-1": no pages
    drop_impossible_numbers,  # an issue "TaiChung", a volume "HI"
)
"""Every correction over the label model, in the order in which they run."""


def start(text: str, cuts: Cuts, tokens: Tokens, labels: Sequence[str], *, bare: bool = False) -> Draft:
    """The draft as the label model has it: ``labels`` are one for each token; ``bare``: see ``Draft``."""
    return Draft(text, cuts, choose(tokens, labels, text), bare=bare)


def read(draft: Draft, steps: Sequence[Step] = STEPS) -> Draft:
    """The draft after all steps."""
    for step in steps:
        draft = step(draft) or draft
    return draft
