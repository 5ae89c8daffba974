"""Schemas: strict JSON reading, and the only door to jsonschema."""
