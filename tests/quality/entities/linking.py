def rows(table, data, indexer, gazetteer, options): pass
