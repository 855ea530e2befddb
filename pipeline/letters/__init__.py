"""A matter becomes a letter: plain values and bytes of DOCX."""
