#!/usr/bin/env python3
"""Checks a large collection of texts with Stet on Apache Spark.

    spark-submit lint_collection.py articles.parquet results
    spark-submit lint_collection.py --stet /opt/stet/bin/stet --stet-option=--no-config articles.jsonl results
    spark-submit lint_collection.py --input-format files 'content/*/*.md' results

The collection is Parquet or JSON lines with a column “text”, and “id”, “path”, “format”, “kind” and “language” where they
are there; or a folder of files, whose names become id and path. Other columns are left out. Results are JSON lines, one for
each text, under its id: `spark.read.json("results")` reads them again.

Each partition has one process of `stet lint --stdin-format ndjson`. When a process dies or an executor is lost, its task
fails and Spark does that partition again: a text is the same whoever checks it, and so is its result.
"""

import argparse
import functools
import subprocess
import sys
import tempfile
import threading

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

MEMBERS = ["id", "path", "format", "kind", "language", "text"]


def lint(lines, command):
    """Gives lines of JSON to one process and yields its results, in order."""
    # A file takes any number of complaints; a pipe that nobody reads would stop the process when it is full.
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints
        )
        sent = 0
        failure = None

        def feed():
            nonlocal sent, failure
            try:
                for line in lines:
                    process.stdin.write(line.encode() + b"\n")
                    sent += 1
            except BrokenPipeError:
                pass  # The process has died; its status says so below.
            except BaseException as error:  # The rows before this one could not be made.
                failure = error
            finally:
                try:
                    process.stdin.close()
                except BrokenPipeError:
                    pass

        # Both pipes at once, or each side would wait for the other when they are full.
        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        try:
            received = 0
            for result in process.stdout:
                received += 1
                yield result.decode().rstrip("\n")
            feeder.join()
            status = process.wait()
        finally:
            # Also when Spark wants no more results of this task.
            process.kill()
            process.wait()
        if failure is not None:
            raise failure
        complaints.seek(0)
        said = complaints.read().decode(errors="replace").strip()
        # 0: nothing found; 1: findings; 2: some lines could not be checked, and their results say why.
        if status not in (0, 1, 2) or received != sent:
            raise RuntimeError(
                f"{command[0]} ended with status {status} after {received} of {sent} texts: {said[-2000:] or 'no word'}"
            )
        if said:
            print(said, file=sys.stderr)


def collection(spark, path, form):
    """The texts as a data frame, with what of MEMBERS is there."""
    if form == "files":
        return spark.read.text(path, wholetext=True).select(
            F.input_file_name().alias("id"), F.input_file_name().alias("path"), F.col("value").alias("text")
        )
    rows = spark.read.json(path) if form == "json" else spark.read.parquet(path)
    if "text" not in rows.columns:
        sys.exit(f"{path}: there is no column “text”; the columns are {', '.join(rows.columns)}.")
    return rows.select([name for name in MEMBERS if name in rows.columns])


def main():
    parser = argparse.ArgumentParser(description="Checks a collection of texts with Stet on Apache Spark.")
    parser.add_argument("collection")
    parser.add_argument("results", help="a folder that is not there yet")
    parser.add_argument("--input-format", choices=["parquet", "json", "files"])
    parser.add_argument("--partitions", type=int, help="how many; what is lost with an executor is one for each core")
    parser.add_argument("--stet", default="stet", help="the program, on every worker")
    parser.add_argument("--stet-option", action="append", default=[], help="for each option of `stet lint`")
    options = parser.parse_args()
    form = options.input_format or ("json" if options.collection.endswith((".json", ".jsonl", ".ndjson")) else "parquet")

    spark = SparkSession.builder.appName("stet").getOrCreate()
    rows = collection(spark, options.collection, form)
    if options.partitions:
        rows = rows.repartition(options.partitions)
    # Spark gives a task one core, so the process takes one.
    command = [options.stet, "lint", "--stdin-format", "ndjson", "--jobs", "1", "--quiet", *options.stet_option]
    lines = rows.select(F.to_json(F.struct("*")).alias("line")).rdd.map(lambda row: row.line)
    results = lines.mapPartitions(functools.partial(lint, command=command))
    results.map(lambda result: (result,)).toDF("value string").write.text(options.results)
    spark.stop()


if __name__ == "__main__":
    main()
