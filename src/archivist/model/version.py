"""The version of this program, in one place."""

from __future__ import annotations

VERSION = "0.1.0"
"""Semantic version; the build reads it from here."""
