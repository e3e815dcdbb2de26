"""The corrections over the label model, each for one way in which a border goes wrong."""
