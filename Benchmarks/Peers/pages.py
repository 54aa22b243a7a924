"""Prints how many seconds of the processor trafilatura takes for the text of web pages, without starting. usage: pages.py TIMES PAGE…"""
import statistics, sys, time
from trafilatura import extract

pages = [open(path, encoding='utf-8').read() for path in sys.argv[2:]]
assert all(extract(page) for page in pages)
taken = []
for _ in range(int(sys.argv[1])):
    begin = time.process_time()
    for page in pages:
        extract(page)
    taken.append(time.process_time() - begin)
print(statistics.median(taken))
