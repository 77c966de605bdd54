"""Text becomes claims."""
