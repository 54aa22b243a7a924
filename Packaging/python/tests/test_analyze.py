"""The iterator over analyses: order, back-pressure, errors, and processes that end when they should."""

import itertools
import os
import pathlib
import pickle
import subprocess
import threading
import time
import typing
import unittest

import galley

STORY = "“We need the walls,” Ines Vogt said in Bremen. She told the BBC that “they will hold”."


def children():
    """The processes that this one has started and that have not ended."""
    listed = subprocess.run(["ps", "-o", "stat=,comm=", "--ppid", str(os.getpid())], capture_output=True, text=True)
    return [line for line in listed.stdout.splitlines() if "galley" in line and not line.startswith("Z")]


class Streams(unittest.TestCase):
    def tearDown(self):
        self.assertEqual(children(), [])

    def test_finds_quotations_at_offsets_of_python_strings(self):
        text = "The 👩‍🚒🇱🇺 crew ate at a café. " + STORY
        (analysis,) = galley.analyze([text])
        first = analysis["quotes"][0]
        self.assertEqual(text[first["start"]:first["end"]], "“We need the walls,”")
        self.assertEqual(first["speaker_entity"], "Ines Vogt")
        self.assertEqual(first["type"], "direct")

    def test_answers_in_order_with_numbers_or_the_ids_that_were_given(self):
        with galley.analyze(f"{STORY} {number}" for number in range(700)) as analyses:
            self.assertEqual([analysis["id"] for analysis in analyses], list(range(700)))
        answers = list(galley.analyze([{"id": "x", "text": STORY, "outlet": "Post", "title": "T"}, STORY]))
        self.assertEqual([answer["id"] for answer in answers], ["x", 1])
        self.assertEqual((answers[0]["outlet"], answers[0]["kept_title"]), ("Post", "T"))

    def test_no_text_gives_no_answer(self):
        self.assertEqual(list(galley.analyze([])), [])

    def test_takes_no_more_texts_than_there_is_room_for(self):
        taken = itertools.count()
        last = 0

        def endless():
            nonlocal last
            for last in taken:
                yield STORY

        with galley.analyze(endless(), ahead=10) as analyses:
            for answered in range(1, 41):
                next(analyses)
                self.assertLessEqual(last, answered + 10)
            time.sleep(0.3)
            self.assertLessEqual(last, 40 + 10)
        self.assertRaises(StopIteration, next, analyses)

    def test_texts_longer_than_the_pipes_do_not_block(self):
        texts = [STORY * 20000] * 3
        self.assertEqual([len(answer["quotes"]) > 10000 for answer in galley.analyze(texts)], [True] * 3)

    def test_a_source_that_waits_for_answers_gets_them(self):
        answered = threading.Event()

        def texts():
            yield STORY
            self.assertTrue(answered.wait(20))
            yield STORY

        analyses = galley.analyze(texts())
        next(analyses)
        answered.set()
        self.assertEqual(len(list(analyses)), 1)

    def test_closing_ends_the_process_at_once(self):
        analyses = galley.analyze([STORY * 200000] * 4, engine="fast")
        self.assertEqual(len(children()), 1)
        begin = time.monotonic()
        analyses.close()
        self.assertLess(time.monotonic() - begin, 2)
        self.assertEqual(children(), [])
        self.assertEqual(list(analyses), [])

    def test_one_process_serves_several_calls_until_it_is_closed(self):
        with galley.Analyzer() as analyzer:
            for _ in range(3):
                self.assertEqual(len(list(analyzer.analyze([STORY, STORY]))), 2)
            process = analyzer._process.pid
            next(analyzer.analyze([STORY] * 3))
            self.assertEqual(analyzer._process.pid, process)
            self.assertEqual([answer["id"] for answer in analyzer.analyze([STORY])], [0])
            self.assertNotEqual(analyzer._process.pid, process)
        self.assertRaises(galley.GalleyError, analyzer.analyze, [STORY])

    def test_an_analyzer_can_be_pickled(self):
        with galley.Analyzer(claims="all") as analyzer:
            list(analyzer.analyze([STORY]))
            with pickle.loads(pickle.dumps(analyzer)) as copy:
                (answer,) = copy.analyze([STORY])
                self.assertEqual(len(answer["claims"]), len(answer["sentences"]))


class Errors(unittest.TestCase):
    def tearDown(self):
        self.assertEqual(children(), [])

    def test_a_text_that_is_none_is_answered_with_an_error(self):
        answers = list(galley.analyze([STORY, {"id": 7, "text": 5}, STORY]))
        self.assertEqual(["error" in answer for answer in answers], [False, True, False])
        self.assertEqual(answers[1]["id"], 7)

    def test_raised_errors_name_the_text_and_let_the_iteration_go_on(self):
        analyses = galley.analyze([{"id": "bad", "text": None}, STORY], errors="raise")
        with self.assertRaises(galley.AnalysisError) as caught:
            next(analyses)
        self.assertIn("'bad'", str(caught.exception))
        self.assertEqual(len(list(analyses)), 1)

    def test_what_the_source_raises_comes_after_the_answers_before_it(self):
        def texts():
            yield STORY
            raise KeyError("the archive")

        analyses = galley.analyze(texts())
        self.assertNotIn("error", next(analyses))
        with self.assertRaisesRegex(KeyError, "the archive"):
            next(analyses)

    def test_what_is_no_json_is_refused(self):
        with self.assertRaises(TypeError):
            list(galley.analyze([{"text": STORY, "when": object()}]))

    def test_a_process_that_dies_is_an_error_and_no_end(self):
        analyses = galley.analyze(itertools.repeat(STORY))
        next(analyses)
        analyses._analyzer._process.kill()
        with self.assertRaisesRegex(galley.GalleyError, "ended with -9"):
            for _ in analyses:
                pass

    def test_a_program_that_refuses_its_options_says_why(self):
        with self.assertRaisesRegex(galley.GalleyError, "mood"):
            list(galley.analyze([STORY], engine="mood"))
        with self.assertRaises(galley.GalleyError):
            galley.analyze([STORY], program="/nowhere/galley")


class Types(unittest.TestCase):
    def check(self, value, type_, path):
        """Holds a value to a type of galley.types, and every member to that of its name."""
        origin = typing.get_origin(type_)
        if type_ is typing.Any:
            return
        if typing.is_typeddict(type_):
            hints = typing.get_type_hints(type_)
            self.assertLessEqual(type_.__required_keys__, set(value), path)
            self.assertLessEqual(set(value), set(hints), path)
            for name in value:
                self.check(value[name], hints[name], f"{path}.{name}")
        elif origin is list:
            for element in value:
                self.check(element, typing.get_args(type_)[0], path + "[]")
        elif origin is typing.Union:
            if value is not None:
                self.check(value, next(part for part in typing.get_args(type_) if part is not type(None)), path)
        elif origin is typing.Literal:
            self.assertIn(value, typing.get_args(type_), path)
        elif type_ is float:
            self.assertIsInstance(value, (int, float), path)
        else:
            self.assertIsInstance(value, type_, path)

    def test_answers_have_the_members_that_the_types_name(self):
        nested = ("Reporter: What did he tell you?\n\nMayor Anna Weber: He said “we will pay”, and Tom Hill told me: “Never.”\n\n"
                  "Reporter: According to the Post, which cites Reuters, the Kremlin said that it accuses the West of lies.\n")
        articles = [STORY, nested]
        folder = os.environ.get("GALLEY_EXAMPLES")
        for name in sorted(os.listdir(folder)) if folder else []:
            if name.endswith(".txt"):
                articles.append(pathlib.Path(folder, name).read_text(encoding="utf-8"))
        for analysis in galley.analyze(articles):
            self.check(analysis, galley.Analysis, "analysis")


if __name__ == "__main__":
    unittest.main()
