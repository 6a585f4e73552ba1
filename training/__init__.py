"""The recipe for xlate's own models.  Outside the installed package; needs PyTorch (training/requirements.txt)."""
