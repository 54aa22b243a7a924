#!/usr/bin/env python3
"""Who is quoted, by outlet and month, with Apache Spark.

    spark-submit --files /path/to/galley --py-files galley_rows.py voices_spark.py ARTICLES OUT

ARTICLES is a folder or a file of Parquet or of JSON lines with the columns id, outlet, date (YYYY-MM-DD…) and text, or
a folder OUTLET/YYYY-MM-DD-NAME.txt of plain text. The program goes to every executor with --files; it is one
file without shared libraries. OUT gets

    quotations/outlet=…   Parquet: a row for each quotation
    bad                   JSON lines: the records that could not be analysed, and why
    balance               Parquet: the words of each speaker, and their share, by outlet and month
"""

import os
import re
import shutil
import stat
import sys
import tempfile

import pandas
from pyspark import SparkFiles, StorageLevel
from pyspark.sql import SparkSession, Window, functions as F

from galley_rows import COLUMNS, rows

KEPT = ['outlet', 'date']
NAMES = [name for name, _ in COLUMNS['quotations']] + KEPT
SCHEMA = ', '.join(f'`{name}` {"bigint" if kind == "long" else kind}' for name, kind in COLUMNS['quotations'])
SCHEMA += ', outlet string, date string'
WHOLE = {name: 'Int64' for name, kind in COLUMNS['quotations'] if kind == 'long'}
# So many rows go to the Java side at a time.
BATCH = 5000


def program():
    """The program that came with --files, where it may be run."""
    path = SparkFiles.get('galley')
    if os.access(path, os.X_OK):
        return path
    copy = os.path.join(tempfile.mkdtemp(), 'galley')
    shutil.copy(path, copy)
    os.chmod(copy, stat.S_IRWXU)
    return copy


def analyze(batches):
    """The quotations of the articles of a partition: one process for all of them, on one core."""
    def records():
        for batch in batches:
            for record in batch.to_dict('records'):
                yield {name: None if pandas.isna(value) else value for name, value in record.items()}

    def frame(part):
        return pandas.DataFrame(part, columns=NAMES).astype(WHOLE)

    part = []
    for row in rows(records(), galley=program()):
        part.append(row)
        if len(part) == BATCH:
            yield frame(part)
            part = []
    if part:
        yield frame(part)


def holds(path, *endings):
    """Whether a path is, or a folder holds, files with one of these endings."""
    if os.path.isdir(path):
        return any(name.endswith(endings) for _, _, names in os.walk(path) for name in names)
    return path.endswith(endings)


def articles(spark, path):
    if holds(path, '.parquet') or re.search(r'\.parquet/?$', path):
        found = spark.read.parquet(path)
    elif holds(path, '.ndjson', '.jsonl', '.json'):
        found = spark.read.schema('id string, outlet string, date string, text string').json(path)
    else:
        name = F.input_file_name()
        found = spark.read.option('recursiveFileLookup', True).text(path, wholetext=True).select(
            F.regexp_extract(name, r'([^/]*/[^/]*)$', 1).alias('id'),
            F.regexp_extract(name, r'([^/]*)/[^/]*$', 1).alias('outlet'),
            F.regexp_extract(name, r'/(\d{4}-\d\d(?:-\d\d)?)[^/]*$', 1).alias('date'),
            F.col('value').alias('text'))
    return found.select(F.col('id').cast('string'), 'outlet', F.col('date').cast('string'), 'text')


def balance(quotations):
    whole = Window.partitionBy('outlet', 'month')
    words = F.col('verbatim_words') + F.col('paraphrase_words')
    return (
        quotations.where('depth = 0 AND speaker IS NOT NULL')
        .groupBy('outlet', F.substring('date', 1, 7).alias('month'), 'speaker', 'speaker_kind')
        .agg(F.count('*').alias('quotations'), F.sum(words).alias('words'))
        .withColumn('share', F.round(F.col('words') / F.nullif(F.sum('words').over(whole), F.lit(0)), 4)))


def main(source, out):
    spark = SparkSession.builder.appName('galley: voices').getOrCreate()
    texts = articles(spark, source)
    # Long articles and short ones are dealt out alike, several portions for each core, so that none waits for one.
    portions = 4 * spark.sparkContext.defaultParallelism
    found = texts.repartition(portions).mapInPandas(analyze, SCHEMA).persist(StorageLevel.DISK_ONLY)
    good = found.where('error IS NULL')
    good.write.partitionBy('outlet').mode('overwrite').parquet(f'{out}/quotations')
    found.where('error IS NOT NULL').select('id', 'outlet', 'date', 'error').coalesce(1) \
        .write.mode('overwrite').json(f'{out}/bad')
    balance(good).write.mode('overwrite').parquet(f'{out}/balance')
    print(f'{good.count()} quotations, {found.where("error IS NOT NULL").count()} bad records')
    spark.stop()


if __name__ == '__main__':
    main(*sys.argv[1:])
