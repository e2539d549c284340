def rows(table, top, indexer, seed): pass
