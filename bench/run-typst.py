"""Typst's library on the same work, with the same faces: `pip install typst`.

python3 bench/run-typst.py compile TEXT.typ OUT.pdf FONTS     one document in this process
python3 bench/run-typst.py warm LETTER.typ DOCUMENTS FONTS    many documents, one after the other, with one compiler
"""
import sys
import time

import typst

command, text, last, fonts = sys.argv[1:]
faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])

if command == "compile":
    typst.compile(text, output=last, font_paths=faces, pdf_standards=["ua-1"])
else:
    documents = int(last)
    compiler = typst.Compiler(text, font_paths=faces)
    fifth = -(-documents // 5)
    clock, processor, made = time.perf_counter(), time.process_time(), 0
    for index in range(documents):
        row = {"number": str(index), "day": f"2027-0{1 + index % 9}-{10 + index % 18}", "hours": str(20 + index % 7)}
        compiler.compile(sys_inputs=row, pdf_standards=["ua-1"])
        made += 1
        if made == fifth or index == documents - 1:
            rates = made / (time.perf_counter() - clock), made / (time.process_time() - processor)
            print(f"{index + 1:6} documents: {rates[0]:5.0f} a second, {rates[1]:5.0f} a second of processor time")
            clock, processor, made = time.perf_counter(), time.process_time(), 0
