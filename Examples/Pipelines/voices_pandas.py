#!/usr/bin/env python3
"""Who is quoted, by outlet and month, with pandas.

    voices_pandas.py ARTICLES.ndjson OUT

ARTICLES has an article a line: id, outlet, date (YYYY-MM-DD…) and text. OUT gets quotations.parquet, bad.ndjson and
balance.csv. GALLEY names the program (by default `galley`).
"""

import json
import os
import sys

import pandas

from galley_rows import COLUMNS, rows


def articles(path):
    """The records of a file; a line that is not JSON becomes one that galley answers with an error."""
    with open(path, encoding='utf-8-sig', errors='replace') as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except ValueError:
                record = None
            if not isinstance(record, dict):
                record = {'id': f'line {number}', 'text': None}
            yield {'id': str(record.get('id')), 'outlet': record.get('outlet'),
                   'date': record.get('date'), 'text': record.get('text')}


def balance(quotations):
    """The quoted words of each speaker, and their share of all that an outlet quoted in a month."""
    own = quotations[(quotations['depth'] == 0) & quotations['speaker'].notna()].copy()
    own['month'] = own['date'].str.slice(0, 7)
    own['words'] = own['verbatim_words'] + own['paraphrase_words']
    groups = own.groupby(['outlet', 'month', 'speaker', 'speaker_kind'], dropna=False)
    table = groups.agg(quotations=('id', 'size'), words=('words', 'sum')).reset_index()
    of_all = table.groupby(['outlet', 'month'], dropna=False)['words'].transform('sum')
    table['share'] = (table['words'] / of_all.where(of_all > 0)).round(4)
    return table.sort_values(['outlet', 'month', 'words', 'speaker'], ascending=[True, True, False, True])


def main(source, out):
    os.makedirs(out, exist_ok=True)
    found = pandas.DataFrame(
        rows(articles(source), galley=os.environ.get('GALLEY', 'galley'), jobs=0),
        columns=[name for name, _ in COLUMNS['quotations']] + ['outlet', 'date'])
    bad = found[found['error'].notna()]
    quotations = found[found['error'].isna()]
    whole = {name: 'Int64' for name, kind in COLUMNS['quotations'] if kind == 'long'}
    quotations.astype(whole).to_parquet(f'{out}/quotations.parquet', index=False)
    bad[['id', 'outlet', 'date', 'error']].to_json(f'{out}/bad.ndjson', orient='records', lines=True)
    balance(quotations).to_csv(f'{out}/balance.csv', index=False)
    print(f'{len(quotations)} quotations, {len(bad)} bad records')


if __name__ == '__main__':
    main(*sys.argv[1:])
