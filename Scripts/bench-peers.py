#!/usr/bin/env python3
"""Measures what could be used in Trawl's place on the same archive, with the same queries.

    bench-peers.py ARCHIVE QUERIES --work FOLDER [--peers tantivy,fts5,duckdb,ripgrep] [--seconds N] [--fresh]

QUERIES is a JSON array of {"name", "queries": [{"words" | "phrase" | "prefix" | "any", "creatorId", "convId",
"from", "to"}]}; times are ms since 1970. Each peer prints one line of JSON when it is done; one that is not
installed prints {"peer", "missing"}. An index that is there already is used again, unless --fresh is given.
No class of queries takes longer than about --seconds in one order.
"""

import argparse
import html
import importlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import time

try:
    from orjson import loads
except ImportError:
    from json import loads

PAGE = 20
ROUNDS = 3
COUNTED = 3
MARKUP = re.compile(r"<[^>]+>")


class Missing(Exception):
    """The peer is not installed."""


def need(module):
    try:
        return importlib.import_module(module)
    except ImportError:
        raise Missing(f"Python's {module} is not installed") from None


def messages(path):
    """The messages of a file of items: (itemId, convId, creatorId, creationTime, plain text)."""
    with open(path, "rb") as lines:
        for line in lines:
            try:
                item = loads(line)
            except ValueError:
                continue
            if not isinstance(item, dict) or item.get("type") != "TEXT":
                continue
            text = item.get("text") or {}
            content = text.get("content") or ""
            if text.get("contentType") == "RICH":
                content = html.unescape(MARKUP.sub(" ", content))
            subject = text.get("subject")
            body = f"{subject}\n{content}" if subject else content
            # Half of a surrogate pair is valid in JSON, but in no text that could be stored.
            body = body.encode("utf-8", "replace").decode("utf-8")
            yield item["itemId"], item["convId"], item.get("creatorId") or "", int(item["creationTime"]), body


def bytes_of(path):
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)


def remove(path):
    shutil.rmtree(path, ignore_errors=True)
    for suffix in ("", "-wal", "-shm", ".wal"):
        if os.path.isfile(path + suffix):
            os.unlink(path + suffix)


def milliseconds(action, clock=time.perf_counter):
    start = clock()
    action()
    return (clock() - start) * 1000


class Peer:
    """A peer that keeps an index. `build` returns how many items it took."""

    def __init__(self, options):
        self.items = os.path.join(options.archive, "items.ndjson")
        self.options = options
        self.path = os.path.join(options.work, self.name)

    def index(self):
        """Builds the index, or finds the one built from the same file; says what building it took."""
        note = self.path + ".json"
        source = [os.path.abspath(self.items), os.path.getsize(self.items)]
        if not self.options.fresh and os.path.exists(note) and os.path.exists(self.path):
            with open(note) as file:
                facts = json.load(file)
            if facts["source"] == source:
                return {**facts, "reused": True}
        for old in (note, self.path):
            remove(old)
        start = time.perf_counter()
        count = self.build()
        facts = {"source": source, "items": count, "seconds": time.perf_counter() - start}
        with open(note, "w") as file:
            json.dump(facts, file)
        return {**facts, "reused": False}

    def searches(self, classes):
        """CPU time of each query in both orders, the best of some rounds, and the hits of the first few counted.

        The time of the thread that searches, as Trawl's beside it: what else the machine does is left out.
        """
        for kind in classes:
            answer = {"name": kind["name"], "newest": [], "relevance": [], "counts": []}
            for order in ("newest", "relevance"):
                end = time.perf_counter() + self.options.seconds
                for query in kind["queries"]:
                    rounds = []
                    while len(rounds) < ROUNDS and (not rounds or time.perf_counter() < end):
                        rounds.append(milliseconds(lambda: self.page(query, order), time.thread_time))
                    answer[order].append(min(rounds))
                    if time.perf_counter() > end:
                        break
            answer["counts"] = [self.count(query) for query in kind["queries"][:COUNTED]]
            yield answer

    def measure(self, classes):
        facts = self.index()
        self.open()
        return {**facts, "bytes": bytes_of(self.path), "classes": list(self.searches(classes))}


class FTS5(Peer):
    """SQLite as most tools use it: external content, `unicode61`, filters by join."""

    name = "fts5"

    def build(self):
        db = sqlite3.connect(self.path, isolation_level=None)
        db.executescript(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -200000;
            CREATE TABLE message(id INTEGER PRIMARY KEY, item TEXT UNIQUE, conversation TEXT, sender TEXT, time INT, body TEXT);
            CREATE VIRTUAL TABLE word USING fts5(body, content = 'message', content_rowid = 'id');
            """
        )
        db.execute("BEGIN")
        count = 0
        for count, message in enumerate(messages(self.items), 1):
            db.execute("INSERT INTO message VALUES (?, ?, ?, ?, ?, ?)", (count, *message))
            db.execute("INSERT INTO word(rowid, body) VALUES (?, ?)", (count, message[4]))
            if count % 50_000 == 0:
                db.execute("COMMIT")
                db.execute("BEGIN")
        db.execute("COMMIT")
        db.executescript(
            """
            CREATE INDEX by_sender ON message(sender);
            CREATE INDEX by_conversation ON message(conversation);
            CREATE INDEX by_time ON message(time);
            PRAGMA wal_checkpoint(TRUNCATE);
            """
        )
        db.close()
        return count

    def open(self):
        self.db = sqlite3.connect(self.path)
        self.db.execute("PRAGMA cache_size = -200000")

    @staticmethod
    def condition(query):
        quoted = [f'"{word}"' for word in query.get("words", [])]
        if "phrase" in query:
            quoted.append('"' + " ".join(query["phrase"]) + '"')
        if "prefix" in query:
            quoted.append(f'"{query["prefix"]}" *')
        if "any" in query:
            quoted.append(" OR ".join(f'"{word}"' for word in query["any"]))
        sql, values = "word MATCH ?", [" ".join(quoted)]
        for key, test in (
            ("creatorId", "sender = ?"), ("convId", "conversation = ?"), ("from", "time >= ?"), ("to", "time < ?"),
        ):
            if key in query:
                sql += " AND message." + test
                values.append(query[key])
        return "FROM word JOIN message ON message.id = word.rowid WHERE " + sql, values

    def page(self, query, order):
        tail, values = self.condition(query)
        by = "message.time DESC" if order == "newest" else "word.rank"
        return self.db.execute(f"SELECT message.item {tail} ORDER BY {by} LIMIT {PAGE}", values).fetchall()

    def count(self, query):
        tail, values = self.condition(query)
        return self.db.execute("SELECT count(*) " + tail, values).fetchone()[0]


class Tantivy(Peer):
    """A search library in Rust, through its Python binding, with two threads that index."""

    name = "tantivy"

    def __init__(self, options):
        super().__init__(options)
        self.lib = need("tantivy")
        builder = self.lib.SchemaBuilder()
        for field in ("item", "conversation", "sender"):
            builder.add_text_field(field, stored=field == "item", tokenizer_name="raw", index_option="basic")
        builder.add_integer_field("time", indexed=True, fast=True)
        builder.add_text_field("body", stored=True, tokenizer_name="folded")
        self.schema = builder.build()

    def existing(self):
        """The index, with words folded as SQLite folds them, so that both answer the same question."""
        index = self.lib.Index(self.schema, path=self.path)
        filters = self.lib.Filter
        folded = self.lib.TextAnalyzerBuilder(self.lib.Tokenizer.simple())
        folded = folded.filter(filters.lowercase()).filter(filters.ascii_fold()).build()
        index.register_tokenizer("folded", folded)
        return index

    def build(self):
        os.makedirs(self.path)
        writer = self.existing().writer(heap_size=500_000_000, num_threads=2)
        count = 0
        for count, (item, conversation, sender, moment, body) in enumerate(messages(self.items), 1):
            writer.add_document(
                self.lib.Document(item=item, conversation=conversation, sender=sender, time=moment, body=body)
            )
        writer.commit()
        writer.wait_merging_threads()
        return count

    def open(self):
        index = self.existing()
        index.reload()
        self.searcher = index.searcher()

    def parsed(self, query):
        kind, occur = self.lib.Query, self.lib.Occur

        def term(field, text):
            return kind.term_query(self.schema, field, text)

        parts = [term("body", word) for word in query.get("words", [])]
        if "phrase" in query:
            parts.append(kind.phrase_query(self.schema, "body", query["phrase"]))
        if "prefix" in query:
            parts.append(kind.regex_query(self.schema, "body", re.escape(query["prefix"]) + ".*"))
        if "any" in query:
            parts.append(kind.boolean_query([(occur.Should, term("body", word)) for word in query["any"]]))
        if "creatorId" in query:
            parts.append(term("sender", query["creatorId"]))
        if "convId" in query:
            parts.append(term("conversation", query["convId"]))
        if "from" in query:
            span = (query["from"], query["to"] - 1)
            parts.append(kind.range_query(self.schema, "time", self.lib.FieldType.Integer, *span))
        return parts[0] if len(parts) == 1 else kind.boolean_query([(occur.Must, part) for part in parts])

    def page(self, query, order):
        by = {"order_by_field": "time"} if order == "newest" else {}
        found = self.searcher.search(self.parsed(query), PAGE, count=False, **by)
        return [self.searcher.doc(address) for _, address in found.hits]

    def count(self, query):
        return self.searcher.search(self.parsed(query), 1, count=True).count


class DuckDB(Peer):
    """An analyst's database: no text index, but quick sums."""

    name = "duckdb"
    WEEK = 7 * 86_400_000

    def __init__(self, options):
        super().__init__(options)
        self.lib = need("duckdb")

    def build(self):
        db = self.lib.connect(self.path)
        db.execute(
            "CREATE TABLE item AS SELECT itemId, convId, creatorId, creationTime::BIGINT AS time, type, text FROM "
            "read_json(?, format = 'newline_delimited', ignore_errors = true, maximum_object_size = 4000000)",
            [self.items],
        )
        count = db.execute("SELECT count(*) FROM item").fetchone()[0]
        db.close()
        return count

    def measure(self, classes):
        facts = self.index()
        db = self.lib.connect(self.path, read_only=True)
        sums = "count(*), count(DISTINCT creatorId), count(DISTINCT convId), sum(len(text.likedUserIds))"
        latest = "(SELECT max(time) FROM item)"
        reports = {
            "activity of all weeks": f"SELECT time // {self.WEEK}, {sums} FROM item GROUP BY 1 ORDER BY 1",
            "activity of one week": f"SELECT {sums} FROM item WHERE time > {latest} - {self.WEEK}",
        }
        times = [
            {"name": name, "ms": [milliseconds(lambda: db.execute(sql).fetchall()) for _ in range(ROUNDS)]}
            for name, sql in reports.items()
        ]
        return {**facts, "bytes": bytes_of(self.path), "times": times}


class Ripgrep(Peer):
    """A scan of the archive itself."""

    name = "ripgrep"

    def measure(self, classes):
        if not shutil.which("rg"):
            raise Missing("rg is not installed")
        words = [query["words"][0] for kind in classes for query in kind["queries"][:2] if query.get("words")][:6]
        scan = ["rg", "--count", "--ignore-case", "--word-regexp", "--fixed-strings"]
        times = [
            milliseconds(lambda: subprocess.run([*scan, word, self.items], stdout=subprocess.DEVNULL)) for word in words
        ]
        return {"times": [{"name": "a scan for a word", "ms": times}]}


def main():
    peers = {peer.name: peer for peer in (Tantivy, FTS5, DuckDB, Ripgrep)}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("queries")
    parser.add_argument("--work", required=True)
    parser.add_argument("--peers", default=",".join(peers))
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--fresh", action="store_true")
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
    with open(options.queries) as file:
        classes = json.load(file)
    for name in options.peers.split(","):
        if name not in peers:
            parser.error(f"no peer is called '{name}'; there are {', '.join(peers)}")
        try:
            answer = peers[name](options).measure(classes)
        except Missing as reason:
            answer = {"missing": str(reason)}
        except Exception as error:  # A peer that breaks must not end the measurement of the others.
            answer = {"missing": f"failed: {error!r}"}
        print(json.dumps({"peer": name, **answer}), flush=True)


if __name__ == "__main__":
    main()
