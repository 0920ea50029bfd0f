"""Names in the forms in which they are compared.

- ``fold``: without case, accents, punctuation and word order; in their script or in Latin letters
- ``legal_forms``: an organisation's name without ``Ltd`` and ``JSC``
- ``particles``: the words of a person's name that count
- ``similar_names``: whether two names are one in two spellings
- ``sound``, ``index_keys``: what an index of names files them under
- ``scripts``: the script that a name is written in
- ``knowledge``: reading the TOML files beside the code, here and in the rooms above
"""
