# What is made from what. Included by the Makefile, which sets BIN and BUILD.
# For articles of your own: make report ARTICLES="a.docx b.pdf" SNAPSHOT=records EVIDENCE=results.csv TITLE="…" BUILD=out
# Each rule names the first of the files its script writes; the others are written before or with it.
AS_OF ?= 2026-11-21
ARTICLES ?= $(sort $(wildcard references/articles/*.md))
SNAPSHOT ?= references/snapshot
EVIDENCE ?= references/evidence.csv
TITLE ?= Articles on back pain, checked

CODE := $(sort $(shell find litreview -type f -not -name '*.pyc'))
RECORDS := $(sort $(wildcard $(SNAPSHOT)/*.json))
TABLES := $(BUILD)/tables
FIGURES := $(BUILD)/figures
AUDIT := $(BUILD)/audit.json
ANALYSE := $(BIN)/python -m analyses

RESULTS := $(addprefix $(FIGURES)/,agreement.png citations.png timeline.png effect-direction.png gap-map.png forest.png) \
           $(TABLES)/studies.csv
REPORT := $(BUILD)/report.html $(BUILD)/report.pdf

$(AUDIT): analyses/audit.py $(ARTICLES) $(RECORDS) $(CODE) | $(READY)
	$(ANALYSE) audit --snapshot $(SNAPSHOT) --as-of $(AS_OF) $(ARTICLES) $@

$(TABLES)/studies.csv: analyses/study_table.py analyses/citing.py $(AUDIT) $(EVIDENCE)
	$(ANALYSE) study_table $(AUDIT) $(EVIDENCE) $(TABLES)/studies

$(FIGURES)/agreement.png: analyses/agreement_matrix.py analyses/citing.py $(AUDIT)
	$(ANALYSE) agreement_matrix $(AUDIT) $(TABLES)/agreement $(FIGURES)/agreement

$(FIGURES)/citations.png: analyses/citation_matrix.py analyses/citing.py $(AUDIT)
	$(ANALYSE) citation_matrix $(AUDIT) $(TABLES)/citations $(TABLES)/overlap $(FIGURES)/citations

$(FIGURES)/timeline.png: analyses/timeline.py analyses/citing.py $(AUDIT)
	$(ANALYSE) timeline $(AUDIT) $(TABLES)/timeline $(FIGURES)/timeline

$(FIGURES)/effect-direction.png: analyses/effect_direction.py analyses/citing.py $(AUDIT) $(EVIDENCE)
	$(ANALYSE) effect_direction $(EVIDENCE) $(AUDIT) $(TABLES)/effect-direction $(FIGURES)/effect-direction

$(FIGURES)/gap-map.png: analyses/gap_map.py $(EVIDENCE) $(CODE) | $(READY)
	$(ANALYSE) gap_map $(EVIDENCE) $(TABLES)/gap-map $(FIGURES)/gap-map

$(FIGURES)/forest.png: analyses/forest.py analyses/citing.py $(AUDIT) $(EVIDENCE)
	$(ANALYSE) forest $(EVIDENCE) $(AUDIT) $(TABLES)/results $(TABLES)/pooling $(FIGURES)/forest

$(BUILD)/report.json: analyses/report_data.py analyses/citing.py $(RESULTS)
	$(ANALYSE) report_data $(BUILD) $(EVIDENCE) "$(TITLE)" $@

$(BUILD)/report.html: analyses/report.py analyses/report.html.j2 analyses/report.css $(BUILD)/report.json
	$(ANALYSE) report $(BUILD)/report.json $@

$(BUILD)/report.pdf: analyses/report_pdf.py analyses/report.typ $(BUILD)/report.json
	$(ANALYSE) report_pdf $(BUILD)/report.json $@
