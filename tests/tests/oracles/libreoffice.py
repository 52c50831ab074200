"""Asks LibreOffice to recalculate workbooks and writes down what it finds.

Usage: python3 libreoffice.py jobs.tsv

Each line of jobs.tsv: workbook <tab> result file <tab> change <tab> change …
A change is sheet!row!column!number, row and column from 0.
Each line of a result file: sheet <tab> row <tab> column <tab> n or s <tab> value, one for every cell that is
not empty; a first line gives the version of LibreOffice and the number of cells with an error.

Needs Debian's packages libreoffice-calc and python3-uno.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

ERRORS = 4  # com.sun.star.sheet.FormulaResult.ERROR


def start(profile, pipe):
    return subprocess.Popen(
        [
            os.environ.get("PREVI_SOFFICE", "soffice"),
            "--headless",
            "--norestore",
            "--nolockcheck",
            f"-env:UserInstallation=file://{profile}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    sys.exit("LibreOffice does not answer after a minute")


def version(context):
    provider = context.ServiceManager.createInstance("com.sun.star.configuration.ConfigurationProvider")
    path = PropertyValue(Name="nodepath", Value="/org.openoffice.Setup/Product")
    access = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (path,))
    return access.getByName("ooSetupVersionAboutBox")


def recalculate(desktop, folder, workbook, result, changes, about):
    # A copy: LibreOffice leaves a lock beside what it opens, and a killed run would leave it for ever.
    workbook = shutil.copy(workbook, os.path.join(folder, "workbook.xlsx"))
    hidden = PropertyValue(Name="Hidden", Value=True)
    document = desktop.loadComponentFromURL(f"file://{workbook}", "_blank", 0, (hidden,))
    if document is None:
        sys.exit(f"LibreOffice cannot open {workbook}")
    for change in changes:
        sheet, row, column, number = change.split("!")
        document.Sheets.getByName(sheet).getCellByPosition(int(column), int(row)).setValue(float(number))
    began = time.monotonic()
    document.calculateAll()
    seconds = time.monotonic() - began
    errors = 0
    lines = []
    for sheet in document.Sheets:
        for found in sheet.queryFormulaCells(ERRORS).RangeAddresses:
            errors += (found.EndRow - found.StartRow + 1) * (found.EndColumn - found.StartColumn + 1)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(True)
        for row, cells in enumerate(cursor.getDataArray()):
            for column, value in enumerate(cells):
                if isinstance(value, float):
                    lines.append(f"{sheet.Name}\t{row}\t{column}\tn\t{value!r}")
                elif value:
                    text = " ".join(value.split())
                    lines.append(f"{sheet.Name}\t{row}\t{column}\ts\t{text}")
    document.close(True)
    with open(result, "w", encoding="utf-8") as out:
        out.write(f"{about}\t{errors}\t{seconds:.3f}\n")
        out.write("\n".join(lines) + "\n")


def main():
    with open(sys.argv[1], encoding="utf-8") as jobs:
        jobs = [line.rstrip("\n").split("\t") for line in jobs if line.strip()]
    pipe = f"previ-{os.getpid()}"
    with tempfile.TemporaryDirectory(prefix="previ-office-") as profile:
        office = start(profile, pipe)
        try:
            context = connect(pipe)
            desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
            about = version(context)
            for workbook, result, *changes in jobs:
                recalculate(desktop, profile, workbook, result, changes, about)
            try:
                desktop.terminate()
            except Exception:
                pass  # The connection may close before the answer comes.
            office.wait(timeout=30)
        finally:
            office.kill()


main()
