"""Tests of the codebook room."""
