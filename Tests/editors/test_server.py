"""The server under a second real client: pytest-lsp on pygls."""

import asyncio
import json
import os
import subprocess

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client

STET = os.environ["STET"]
RULE = """\
id: long-verb
family: style
severity: warning
summary: a long verb where a short one will do
rationale: Our readers asked for short words.
message: “{match}” says no more than “{fix}”
replacements:
  utilise: use
fix: review
flags:
  - text: They ⟦utilise⟧ it.
    fixed: They use it.
  - We ⟦utilise⟧ it.
accepts:
  - The utility paid for it.
  - They use it.
"""


@pytest.fixture
def house(tmp_path):
    """A workspace with rules, words and a language of its own."""
    files = {
        "stet.yml": "root: true\nrule-folders: style\ndictionaries: house.dic\npaths:\n  'fr/**':\n    language: fr\n",
        "style/long-verb.yml": RULE,
        "house.dic": "gari\n",
        "a.md": "The the mayor will utilise it. 🏛️ They recieve gari.\n",
        "b.txt": "The the vote.  They utilise it.\n",
        "fr/c.md": "Le maire. The the vote.\n",
        "clean.md": "The market opened.\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path


async def start(client: LanguageClient, folder, encodings=None, pulls=True):
    capabilities = client_capabilities("visual-studio-code")
    capabilities.general = capabilities.general or types.GeneralClientCapabilities()
    capabilities.general.position_encodings = encodings
    if not pulls:
        capabilities.text_document.diagnostic = None
    return await client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities,
            workspace_folders=[types.WorkspaceFolder(uri=folder.as_uri(), name="house")],
        )
    )


def make_client():
    client = make_test_lsp_client()
    client.watchers = {}

    # What pytest-lsp itself leaves unanswered.
    @client.feature("client/registerCapability")
    def register(params):
        for registration in params.registrations:
            client.watchers[registration.id] = registration.register_options["watchers"]

    @client.feature("client/unregisterCapability")
    def unregister(params):
        for registration in params.unregisterations:
            del client.watchers[registration.id]

    @client.feature("workspace/codeLens/refresh")
    def refresh(*_):
        pass

    return client


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[STET, "lsp"], client_factory=make_client))
async def client(lsp_client: LanguageClient):
    yield
    await lsp_client.shutdown_session()


def open_text(client, uri, text, version=1):
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri=uri, language_id="markdown", version=version, text=text))
    )


async def pull(client, uri, previous=None):
    return await client.text_document_diagnostic_async(
        types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri), previous_result_id=previous)
    )


async def until(holds):
    for _ in range(1000):
        if holds():
            return
        await asyncio.sleep(0.01)
    assert holds()


def codes(items):
    return sorted(str(item.code) for item in items)


@pytest.mark.asyncio
@pytest.mark.parametrize("offered, agreed", [
    (None, "utf-16"), (["utf-16", "utf-8"], "utf-8"), (["utf-32", "utf-16"], "utf-32"),
])
async def test_columns_count_as_agreed(client, house, offered, agreed):
    result = await start(client, house, offered)
    assert result.capabilities.position_encoding == agreed
    text = (house / "a.md").read_text()
    open_text(client, (house / "a.md").as_uri(), text)
    report = await pull(client, (house / "a.md").as_uri())
    found = next(item for item in report.items if item.code == "unknown-word")
    before = text[: text.index("recieve")]
    units = {"utf-8": len(before.encode()), "utf-16": len(before.encode("utf-16-le")) // 2, "utf-32": len(before)}
    assert found.range.start.character == units[agreed]


@pytest.mark.asyncio
async def test_pull_edit_pull(client, house):
    await start(client, house)
    uri = (house / "a.md").as_uri()
    open_text(client, uri, (house / "a.md").read_text())
    first = await pull(client, uri)
    assert codes(first.items) == ["doubled-word", "long-verb", "unknown-word"]
    assert (await pull(client, uri, first.result_id)).kind == "unchanged"
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(uri=uri, version=2),
            [types.TextDocumentContentChangePartial(
                range=types.Range(types.Position(0, 3), types.Position(0, 7)), text="")],
        )
    )
    assert codes((await pull(client, uri, first.result_id)).items) == ["long-verb", "unknown-word"]


@pytest.mark.asyncio
async def test_push(client, house):
    await start(client, house, pulls=False)
    uri = (house / "a.md").as_uri()
    open_text(client, uri, "The the vote.\n")
    await until(lambda: codes(client.diagnostics.get(uri, ())) == ["doubled-word"])
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(uri=uri, version=2), [types.TextDocumentContentChangeWholeDocument(text="Calm.\n")])
    )
    await until(lambda: not client.diagnostics[uri])


@pytest.mark.asyncio
async def test_workspace_is_what_the_command_line_says(client, house):
    await start(client, house, ["utf-8"])
    report = await client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(previous_result_ids=[]))
    server = sorted(
        (item.uri, diagnostic.code, diagnostic.range.start.line + 1, diagnostic.message)
        for item in report.items for diagnostic in item.items
    )
    run = subprocess.run([STET, "lint", "--format", "json", "--no-cache", str(house)], capture_output=True, cwd=house)
    files = json.loads(run.stdout)["files"]
    line = sorted(
        (house.joinpath(file["path"]).as_uri(), found["rule"], found["start"]["line"], found["message"])
        for file in files for found in file["diagnostics"] if found["severity"] != "note"
    )
    assert server == line and len(line) == 5
    again = await client.workspace_diagnostic_async(
        types.WorkspaceDiagnosticParams(
            previous_result_ids=[types.PreviousResultId(uri=i.uri, value=i.result_id) for i in report.items])
    )
    assert {item.kind for item in again.items} == {"unchanged"}


@pytest.mark.asyncio
async def test_actions(client, house):
    await start(client, house)
    uri = (house / "a.md").as_uri()
    open_text(client, uri, "They recieve it. The the vote.\n")

    async def actions(column, only=None):
        place = types.Position(0, column)
        return await client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri), types.Range(place, place),
                types.CodeActionContext(diagnostics=[], only=only))
        )

    titles = [action.title for action in await actions(6)]
    assert "Add “recieve” to the house dictionary" in titles
    assert "Excuse “unknown-word” here" in titles
    assert "Turn off “unknown-word” in this folder" in titles
    (fix,) = await actions(0, ["source.fixAll"])
    (change,) = fix.edit.document_changes
    assert change.text_document.version == 1 and change.edits
    # lsprotocol 2025.0.0 takes an action that has a command for the command itself, so its arguments are not seen here.
    await client.workspace_execute_command_async(
        types.ExecuteCommandParams(command="stet.addWord", arguments=[uri, "recieve"]))
    assert "recieve\n" in (house / "house.dic").read_text()
    assert codes((await pull(client, uri)).items) == ["doubled-word"]


@pytest.mark.asyncio
async def test_watched_files(client, house):
    await start(client, house)
    uri = (house / "b.txt").as_uri()
    open_text(client, uri, "They utilise it.\n")
    await until(lambda: "stet-rules" in client.watchers)
    assert any("/style" in str(watcher) for watcher in client.watchers["stet-rules"])
    assert codes((await pull(client, uri)).items) == ["long-verb"]
    rule = house / "style" / "long-verb.yml"
    rule.write_text(RULE.replace("severity: warning", "severity: grave"))
    client.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams([types.FileEvent(rule.as_uri(), types.FileChangeType.Changed)]))
    await asyncio.sleep(0.3)
    assert codes((await pull(client, uri)).items) == []
    await until(lambda: client.diagnostics.get(rule.as_uri()))
    assert client.diagnostics[rule.as_uri()][0].range.start.line == 2
    rule.write_text(RULE)
    client.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams([types.FileEvent(rule.as_uri(), types.FileChangeType.Changed)]))
    await until(lambda: not client.diagnostics[rule.as_uri()])
    assert codes((await pull(client, uri)).items) == ["long-verb"]


@pytest.mark.asyncio
async def test_hover_and_lens(client, house):
    await start(client, house)
    uri = (house / "a.md").as_uri()
    open_text(client, uri, "The the vote.\n")
    hover = await client.text_document_hover_async(
        types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 5)))
    assert "# doubled-word" in hover.contents.value
    (lens,) = await client.text_document_code_lens_async(types.CodeLensParams(types.TextDocumentIdentifier(uri)))
    assert lens.command.title == "Stet: 1 error"


@pytest.mark.asyncio
async def test_settings(client, house):
    await start(client, house, pulls=False)
    uri = (house / "x.md").as_uri()
    open_text(client, uri, "The the vote: prices rose 5 percent, then 6 per cent.\n")
    without = ["doubled-word", "term-variant-inconsistent"]
    await until(lambda: codes(client.diagnostics.get(uri, ())) == without)
    client.workspace_did_change_configuration(
        types.DidChangeConfigurationParams({"stet": {"notes": True, "pack": "enormous"}}))
    await until(lambda: "percent-form-mixed" in codes(client.diagnostics[uri]))
    assert any("“pack” takes" in m.message for m in client.messages)
    client.workspace_did_change_configuration(types.DidChangeConfigurationParams({"stet": {"notes": False}}))
    await until(lambda: codes(client.diagnostics[uri]) == without)
