"""Extracts of other housing systems, read by mappings that are data files."""
