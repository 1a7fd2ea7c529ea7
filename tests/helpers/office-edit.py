"""Edit text files in LibreOffice as a person does: office-edit.py PROFILE < [{"from", "to", "edits": [...]}, ...]

An edit is {"find", "put"}, which writes over the first place that says `find`, or {"find", "below"}, which begins a new
paragraph at the end of the one that says it.
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

PATIENCE = 60  # seconds


def main(profile, tasks):
    pipe = Path(profile).name.replace("-", "")
    office = subprocess.Popen([
        "soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore",
        f"--accept=pipe,name={pipe};urp;"
    ], start_new_session=True)
    try:
        desktop = connect(pipe)
        for task in tasks:
            edit(desktop, task)
        desktop.terminate()
        office.wait(PATIENCE)
    except BaseException:
        # The program is a child of the script that starts it.
        os.killpg(office.pid, signal.SIGKILL)
        raise
    finally:
        shutil.rmtree(profile, ignore_errors=True)


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + PATIENCE
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def edit(desktop, task):
    document = desktop.loadComponentFromURL(Path(task["from"]).as_uri(), "_blank", 0, (option("Hidden", True),))
    for one in task["edits"]:
        search = document.createSearchDescriptor()
        search.SearchString = one["find"]
        search.SearchCaseSensitive = True
        found = document.findFirst(search)
        if found is None:
            raise SystemExit(f"Not in the text: {one['find']}")
        if "put" in one:
            found.setString(one["put"])
        else:
            cursor = found.getText().createTextCursorByRange(found)
            cursor.gotoEndOfParagraph(False)
            found.getText().insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
            found.getText().insertString(cursor, one["below"], False)
    document.storeToURL(Path(task["to"]).as_uri(), (option("FilterName", "MS Word 2007 XML"),))
    document.close(True)


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


main(sys.argv[1], json.load(sys.stdin))
