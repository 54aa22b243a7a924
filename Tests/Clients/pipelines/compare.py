"""Runs each script of Examples/Pipelines on the same articles and compares its rows with those of one process."""

import csv
import glob
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import duckdb
import pandas
import pyarrow
import pyarrow.parquet
import pyspark

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), '../../..'))
PIPELINES = os.path.join(ROOT, 'Examples/Pipelines')
sys.path.insert(0, PIPELINES)
from galley_rows import COLUMNS, rows  # noqa: E402
GALLEY = os.environ['GALLEY']
KEY = ['id', 'quotation', 'depth', 'start', 'end', 'text', 'type', 'speaker', 'outlet', 'date']
OUTLETS = ['Harbour Post', 'L’Écho du Port', 'Tagblatt/Nord', '中文報']


def make_articles(number):
    """Articles of the examples, each with a first line of its own; some that are long, some that are bad."""
    chance = random.Random(1)
    texts = [open(path, encoding='utf-8').read() for path in sorted(glob.glob(f'{ROOT}/Examples/*.txt'))]
    articles = []
    for index in range(number):
        text = f'Report {index}\n\n' + texts[index % len(texts)]
        if index % 97 == 0:
            text *= 12
        articles.append({
            'id': f'a{index:04}', 'outlet': OUTLETS[chance.randrange(4)] if index % 50 else None,
            'date': f'2026-{1 + index % 3:02}-{1 + index % 28:02}', 'text': None if index % 61 == 7 else text})
    return articles


def run(command, **more):
    start = time.perf_counter()
    outcome = subprocess.run(command, capture_output=True, text=True, **more)
    if outcome.returncode != 0:
        raise SystemExit(f'{command[0]} ended with {outcome.returncode}\n{outcome.stdout}{outcome.stderr[-4000:]}')
    return time.perf_counter() - start


def table(found):
    """Rows as a set of tuples of plain values."""
    def plain(value):
        if value is None or value != value:
            return None
        return int(value) if isinstance(value, float) and value.is_integer() else value
    return sorted((tuple(plain(row.get(name)) for name in KEY) for row in found), key=repr)


def expect(what, found, wanted):
    if found != wanted:
        odd = [row for row in found if row not in wanted][:2] + [row for row in wanted if row not in found][:2]
        raise SystemExit(f'{what}: {len(found)} where there should be {len(wanted)}, for example {odd}')
    print(f'  {what}: the same as one process ({len(found)})')


def balances(path):
    with open(path, encoding='utf-8', newline='') as file:
        return sorted(
            (row['outlet'] or '', row['month'], row['speaker'], row['speaker_kind'], int(row['quotations']),
             int(float(row['words'])), round(float(row['share'] or 0), 3)) for row in csv.DictReader(file))


def close(found, wanted):
    return [row[:6] for row in found] == [row[:6] for row in wanted] and all(
        abs(a[6] - b[6]) < 0.0011 for a, b in zip(found, wanted))


def lines(path):
    with open(path, encoding='utf-8') as file:
        return [json.loads(line) for line in file]


def query(base, text):
    """The rows of a query as dictionaries."""
    found = base.execute(text)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row)) for row in found.fetchall()]


def read_parquet(path):
    return pyarrow.parquet.read_table(path, partitioning=None).to_pylist()


def xargs(folder, articles):
    texts = os.path.join(folder, 'texts')
    os.mkdir(texts)
    for article in articles:
        if article['text'] is not None:
            with open(f'{texts}/{article["id"]} – it\'s.txt', 'w', encoding='utf-8') as file:
                file.write(article['text'])
    out = os.path.join(folder, 'xargs.ndjson')
    run([f'{PIPELINES}/folder-xargs.sh', texts, out])
    names = sorted(os.path.join(texts, name) for name in os.listdir(texts))
    one = subprocess.run([GALLEY, 'analyze', '--format', 'json', '--engine', 'fast', *names],
                         capture_output=True, text=True, check=True).stdout
    expect('xargs', sorted(lines(out), key=lambda row: row['id']), [json.loads(line) for line in one.splitlines()])


def parallel(folder, source, wanted):
    if not shutil.which('parallel'):
        return print('  GNU parallel is not installed; left out')
    out = os.path.join(folder, 'parallel.ndjson')
    run([f'{PIPELINES}/lines-parallel.sh', source, out, '--rows', 'quotations', '--keep'])
    found = lines(out)
    expect('GNU parallel, in order', found, wanted)


def python(name, folder, source, wanted, bad):
    out = os.path.join(folder, name)
    run([sys.executable, f'{PIPELINES}/voices_{name}.py', source, out])
    expect(name, table(read_parquet(f'{out}/quotations.parquet')), table(wanted))
    expect(f'{name}, bad records', sorted(row['id'] for row in lines(f'{out}/bad.ndjson')), bad)
    return balances(f'{out}/balance.csv')


def spark(folder, source, wanted, bad, form):
    if not shutil.which('java'):
        return print('  Java is not installed; Spark left out')
    out = os.path.join(folder, f'spark-{form}')
    environment = dict(os.environ, PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP='127.0.0.1')
    environment.pop('GALLEY')
    # Executors find it by this name.
    shipped = os.path.join(folder, 'bin', 'galley')
    os.makedirs(os.path.dirname(shipped), exist_ok=True)
    shutil.copy(GALLEY, shipped)
    run([os.path.join(os.path.dirname(pyspark.__file__), 'bin/spark-submit'), '--master', 'local[2]',
         '--conf', 'spark.ui.enabled=false', '--conf', f'spark.local.dir={folder}', '--files', shipped,
         '--py-files', f'{PIPELINES}/galley_rows.py', f'{PIPELINES}/voices_spark.py', source, out],
        env=environment, cwd=folder)
    base = duckdb.connect()
    found = query(base, f"SELECT * FROM read_parquet('{out}/quotations/**/*.parquet', hive_partitioning = true)")
    for row in found:
        if row['outlet'] == '__HIVE_DEFAULT_PARTITION__':
            row['outlet'] = None
    expect(f'Spark on {form}', table(found), table(wanted))
    failed = [row for path in glob.glob(f'{out}/bad/*.json') for row in lines(path)]
    expect(f'Spark on {form}, bad records', sorted(row['id'] for row in failed), bad)
    found = query(base, f"SELECT * FROM read_parquet('{out}/balance/*.parquet')")
    return sorted((row['outlet'] or '', row['month'], row['speaker'], row['speaker_kind'], row['quotations'], row['words'],
                   round(row['share'] or 0, 3)) for row in found)


def spark_folder(folder, articles):
    """A folder of texts, one for each outlet."""
    if not shutil.which('java'):
        return
    source = os.path.join(folder, 'by-outlet')
    records = []
    for article in articles[:60]:
        if article['text'] is None or '/' in (article['outlet'] or '/'):
            continue
        outlet = {'Harbour Post': 'harbour', 'L’Écho du Port': 'echo', '中文報': 'zhongwen'}[article['outlet']]
        name = f'{article["date"]}-{article["id"]}.txt'
        os.makedirs(f'{source}/{outlet}', exist_ok=True)
        with open(f'{source}/{outlet}/{name}', 'w', encoding='utf-8') as file:
            file.write(article['text'])
        records.append({'id': f'{outlet}/{name}', 'outlet': outlet, 'date': article['date'], 'text': article['text']})
    spark(folder, source, list(rows(records, galley=GALLEY)), [], 'a folder of texts')


def throughput():
    """What an engine analyses in a second of one core, and what that makes of ten million articles of 4 KB."""
    texts = [open(path, encoding='utf-8').read() for path in sorted(glob.glob(f'{ROOT}/Examples/*.txt'))]
    for engine, rounds in [('fast', 900), ('careful', 3)]:
        lines = ''.join(json.dumps({'text': text}) + '\n' for text in texts * rounds).encode()
        size = sum(len(text.encode()) for text in texts) * rounds
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([GALLEY, 'analyze', '--ndjson', '--jobs', '1', '--engine', engine, '--rows', 'quotations'],
                       input=lines, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        hours = 10_000_000 * 4096 / (size / seconds) / 3600
        print(f'  {engine}: {size / seconds / 1e6:.2f} MB a second and core; '
              f'ten million articles of 4 KB take {hours:,.1f} core-hours')


def main():
    articles = make_articles(400)
    versions = f'DuckDB {duckdb.__version__}, pandas {pandas.__version__}, PySpark {pyspark.__version__}'
    print(f'pipelines: {len(articles)} articles · {versions}')
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, 'articles.ndjson')
        with open(source, 'w', encoding='utf-8') as file:
            for article in articles:
                file.write(json.dumps(article, ensure_ascii=False) + '\n')
        pandas.DataFrame(articles).to_parquet(os.path.join(folder, 'articles.parquet'))
        one = subprocess.run(
            [GALLEY, 'analyze', '--ndjson', '--rows', 'quotations', '--keep', '--jobs', '1'],
            stdin=open(source, 'rb'), capture_output=True, text=True, check=True).stdout
        found = [json.loads(line) for line in one.splitlines()]
        names = [name for name, _ in COLUMNS['quotations']] + ['outlet', 'date']
        assert all(list(row) == names for row in found), 'the columns are not those of galley_rows'
        wanted = [row for row in found if row['error'] is None]
        bad = sorted(row['id'] for row in found if row['error'] is not None)
        assert len(wanted) > 500 and len(bad) == sum(article['text'] is None for article in articles)
        xargs(folder, articles)
        parallel(folder, source, found)
        balance = python('pandas', folder, source, wanted, bad)
        other = python('duckdb', folder, source, wanted, bad)
        assert close(other, balance) and len(balance) > 50, 'DuckDB and pandas balance voices in two ways'
        print(f'  the balance of DuckDB is that of pandas ({len(balance)} voices)')
        for form, path in [('JSON lines', source), ('Parquet', os.path.join(folder, 'articles.parquet'))]:
            other = spark(folder, path, wanted, bad, form)
            if other is not None:
                assert close(other, balance), 'Spark balances voices otherwise'
                print(f'  the balance of Spark is that of pandas ({len(other)} voices)')
        spark_folder(folder, articles)
    throughput()
    print('pipelines: all the same')


if __name__ == '__main__':
    main()
