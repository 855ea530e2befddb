"""The pictures of the documents, and the program that makes them anew."""
