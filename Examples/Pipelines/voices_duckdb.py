#!/usr/bin/env python3
"""Who is quoted, by outlet and month, with DuckDB.

    voices_duckdb.py ARTICLES.ndjson OUT

The same files as those of voices_pandas.py, with rows that galley writes to a file and DuckDB reads by a
schema that is known beforehand: nothing is guessed from the first lines.
"""

import os
import subprocess
import sys

import duckdb

from galley_rows import COLUMNS

TYPES = {'string': 'VARCHAR', 'long': 'BIGINT', 'double': 'DOUBLE', 'boolean': 'BOOLEAN'}

BALANCE = """
    WITH own AS (
      SELECT outlet, date[1:7] AS month, speaker, speaker_kind, verbatim_words + paraphrase_words AS words
      FROM found WHERE error IS NULL AND depth = 0 AND speaker IS NOT NULL),
    spoken AS (
      SELECT outlet, month, speaker, speaker_kind, count(*) AS quotations, sum(words)::BIGINT AS words
      FROM own GROUP BY ALL)
    SELECT *, round(words / nullif(sum(words) OVER (PARTITION BY outlet, month), 0), 4) AS share
    FROM spoken ORDER BY outlet, month, words DESC, speaker
"""


def main(source, out):
    os.makedirs(out, exist_ok=True)
    found = f'{out}/rows.ndjson'
    with open(source, 'rb') as articles, open(found, 'wb') as file:
        subprocess.run(
            [os.environ.get('GALLEY', 'galley'), 'analyze', '--ndjson', '--rows', 'quotations', '--keep'],
            stdin=articles, stdout=file, check=True)
    columns = {name: TYPES[kind] for name, kind in COLUMNS['quotations']}
    columns |= {'outlet': 'VARCHAR', 'date': 'VARCHAR'}
    base = duckdb.connect()
    base.execute(
        "CREATE TABLE found AS SELECT * FROM read_json($path, format = 'newline_delimited', columns = "
        + str(columns) + ')', {'path': found})
    base.execute(f"COPY (SELECT * FROM found WHERE error IS NULL) TO '{out}/quotations.parquet'")
    base.execute(
        f"COPY (SELECT id, outlet, date, error FROM found WHERE error IS NOT NULL) TO '{out}/bad.ndjson'")
    base.execute(f"COPY ({BALANCE}) TO '{out}/balance.csv' (HEADER)")
    good, bad = base.execute('SELECT count(*) FILTER (error IS NULL), count(error) FROM found').fetchone()
    print(f'{good} quotations, {bad} bad records')


if __name__ == '__main__':
    main(*sys.argv[1:])
