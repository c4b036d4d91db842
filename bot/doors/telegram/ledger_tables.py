"""The tables of the ledger, and how a file of an earlier version gets what it lacks."""

from __future__ import annotations

import sqlite3
import time

_TABLES = """
CREATE TABLE IF NOT EXISTS updates (
  id INTEGER PRIMARY KEY, done INTEGER NOT NULL, tries INTEGER NOT NULL,
  payload BLOB, worker TEXT, lease REAL, at REAL NOT NULL, lane BLOB, place INTEGER);
CREATE INDEX IF NOT EXISTS updates_waiting ON updates (id) WHERE payload IS NOT NULL;
CREATE TABLE IF NOT EXISTS parts (
  id INTEGER, number INTEGER, counter BLOB NOT NULL, low INTEGER NOT NULL, message INTEGER, at REAL NOT NULL,
  chat BLOB, after INTEGER, sealed BLOB, PRIMARY KEY (id, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS parts_sent ON parts (counter, message);
CREATE TABLE IF NOT EXISTS turns (
  chat BLOB, message INTEGER, question INTEGER NOT NULL, sealed BLOB NOT NULL, at REAL NOT NULL,
  thread INTEGER, PRIMARY KEY (chat, message)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS leases (name BLOB PRIMARY KEY, worker TEXT NOT NULL, until REAL NOT NULL);
CREATE TABLE IF NOT EXISTS moves (chat BLOB PRIMARY KEY, sealed BLOB NOT NULL, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS languages (chat BLOB PRIMARY KEY, language TEXT NOT NULL, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS feedback (answer BLOB PRIMARY KEY, useful INTEGER NOT NULL, at REAL NOT NULL,
  chat BLOB);
CREATE TABLE IF NOT EXISTS counts (day TEXT, name TEXT, n INTEGER NOT NULL, PRIMARY KEY (day, name));
"""
# What files of earlier versions lack; their rows live on.
_ADDED = {
    "updates": ("lane BLOB", "place INTEGER"),
    "parts": ("chat BLOB", "after INTEGER", "sealed BLOB"),
    "turns": ("thread INTEGER",),
    "feedback": ("chat BLOB",),
}
# Made when every column is there.
_INDEXES = """
CREATE INDEX IF NOT EXISTS parts_open ON parts (chat) WHERE sealed IS NOT NULL;
CREATE INDEX IF NOT EXISTS updates_lane ON updates (lane, place) WHERE payload IS NOT NULL;
"""


# Of the file 500 kB are held in memory: each question needs a few pages.
_PRAGMAS = ("journal_mode=WAL", "secure_delete=ON", "synchronous=NORMAL", "cache_size=-500")
# SQLite waits for no other process where one changes the file's kind, or two set out to write into it.
_TRIES, _PAUSE = 100, 0.1


def set_up(base: sqlite3.Connection) -> None:
    """Make the file ready for use; processes that begin at one moment wait for each other."""
    for attempt in range(_TRIES):
        try:
            _prepare(base)
        except sqlite3.OperationalError as error:
            if attempt == _TRIES - 1 or error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _prepare(base: sqlite3.Connection) -> None:
    """Make the tables that are missing, and the columns."""
    for pragma in _PRAGMAS:
        base.execute(f"PRAGMA {pragma}")
    base.executescript(_TABLES)
    for table, columns in _ADDED.items():
        there = {row[1] for row in base.execute(f"PRAGMA table_info({table})")}
        for column in columns:
            if column.split()[0] not in there:
                base.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    base.executescript(_INDEXES)
