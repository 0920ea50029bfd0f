"""What is generated from the tables: the descriptor, the dictionary and the coverage table.

None of it is written by hand, and CI fails when a file is not what the tables say.

Example:
    >>> from sanctions_data.descriptor.schema import table_schema
    >>> from sanctions_data.schema import TABLES
    >>> table_schema(TABLES["entity_names"])["primaryKey"]
    ['list_id', 'entity_id', 'name']
"""
