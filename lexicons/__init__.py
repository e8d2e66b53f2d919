"""Lexicons that ship with framing: english/ serves any topic, topics/ names the actors of one."""
