// The editor on the left, the report on the right: what is typed is run, and nothing is kept.
import { EditorState } from "@codemirror/state";
import {
  EditorView, keymap, lineNumbers, drawSelection, highlightActiveLine, highlightActiveLineGutter
} from "@codemirror/view";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { StreamLanguage, syntaxHighlighting, bracketMatching } from "@codemirror/language";
import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { classHighlighter } from "@lezer/highlight";

const PAUSE = 50;
const LONGEST = 64 * 1024;
const MODALS = ["MAY", "MAY NOT"];
const WORDS = [
  "directly", "via", "then", "any", "any agent", "anything", "anyone", "nobody", "except", "only via",
  "except via", "when", "is", "and", "or"
];

const element = id => document.getElementById(id);
const examples = element("examples"), verdict = element("verdict"), problems = element("problems");
const report = element("report");
const nonce = document.querySelector("script[nonce]").nonce;
let schema = {};
let names = [];
let page = "";

// Colours for keys, comments, and the words of sentences.
const language = StreamLanguage.define({
  name: "scenario",
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return "comment";
    if (stream.match(/^(?:"(?:[^"\\]|\\.)*"|'[^']*')/)) return "string";
    if (stream.match(/^[\w-]+(?=:(?:\s|$))/)) return "propertyName";
    if (stream.match(/^(?:MAY NOT|MAY|via|then|directly|except|only|when|any|nobody)(?![\w-])/)) return "keyword";
    if (stream.match(/^[^\s,[\]{}:#]+/)) return null;
    stream.next();
    return null;
  }
});

/** The keys that may stand at the place: those of the top, or those of the key above. */
function keysAt(doc, line, indent) {
  if (indent === 0) return schema.properties || {};
  for (let n = line.number - 1; n >= 1; n--) {
    const key = /^([\w-]+):/.exec(doc.line(n).text);
    if (key) return (schema.properties?.[key[1]] || {}).properties || {};
  }
  return {};
}

function complete(context) {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const word = context.matchBefore(/[\w-]*/);
  if (!word.text && !context.explicit) return null;
  const indent = before.length - before.trimStart().length;
  const options = /^\s*[\w-]*$/.test(before)
    ? Object.entries(keysAt(context.state.doc, line, indent))
        .map(([key, about]) => ({ label: key, apply: key + ": ", type: "property", info: about.description }))
    : [
        ...names.map(label => ({ label, type: "variable" })),
        ...MODALS.map(label => ({ label, type: "keyword", boost: 1 })),
        ...WORDS.map(label => ({ label, type: "keyword" }))
      ];
  return { from: word.from, options, validFor: /^[\w-]*$/ };
}

const view = new EditorView({
  parent: element("editor"),
  state: EditorState.create({
    extensions: [
      EditorView.cspNonce.of(nonce),
      EditorView.contentAttributes.of({ "aria-label": "Scenario, in YAML" }),
      EditorView.lineWrapping,
      lineNumbers(), drawSelection(), highlightActiveLine(), highlightActiveLineGutter(), history(), bracketMatching(),
      language, syntaxHighlighting(classHighlighter),
      autocompletion({ override: [complete] }), lintGutter(),
      keymap.of([...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.updateListener.of(update => { if (update.docChanged) changed(); })
    ]
  })
});

// One run at a time: what is typed meanwhile is run next.
let timer = 0, running = false, waiting = false;

function changed() {
  verdict.setAttribute("aria-busy", "true");
  clearTimeout(timer);
  timer = setTimeout(run, PAUSE);
}

async function run() {
  timer = 0;
  if (running) {
    waiting = true;
    return;
  }
  running = true;
  waiting = false;
  try {
    const text = view.state.doc.toString();
    const answer = await ask("/verdict", text);
    if (answer && show(answer, text) && !waiting) showReport(await ask("/report", text), answer.scenario);
  } catch {
    complain("the playground doesn't answer; is it still running?");
  }
  running = false;
  if (waiting) changed();
  else if (!timer) verdict.removeAttribute("aria-busy");
}

/** The answer, or nothing where the playground has others to answer first. */
async function ask(path, text) {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/yaml" }, body: text });
  if (answer.ok) return answer.json();
  if (answer.status === 503) waiting = true;
  else complain((await answer.text()).trim());
  return null;
}

function complain(words) {
  verdict.className = "error";
  verdict.textContent = words;
  report.className = page ? "stale" : "";
}

/** Shows what is wrong or what to use; says whether there is a report to ask for. */
function show(answer, text) {
  if (view.state.doc.toString() === text) {
    mark([
      ...(answer.problems || []).map(problem => ({ ...problem, severity: "error" })),
      ...(answer.unmet || []).map(problem => ({ ...problem, severity: "error" })),
      ...(answer.warnings || []).map(problem => ({ ...problem, severity: "warning" }))
    ]);
  }
  if (answer.problems) {
    const count = answer.problems.length;
    complain(count === 1 ? "1 problem" : count + " problems");
    return false;
  }
  names = answer.names;
  verdict.className = "";
  verdict.textContent = answer.verdict;
  file("scenario-file", text, "application/yaml", answer.scenario + ".onbehalf.yaml");
  return true;
}

function showReport(answer, scenario) {
  if (!answer) return;
  if (answer.problems) {
    complain(answer.problems[0].message);
    return;
  }
  page = answer.page;
  report.className = "";
  file("report-file", page, "text/html", scenario + ".html");
  render();
}

/** Puts the report into its frame, where it keeps its place and what was opened. */
function render() {
  const old = report.contentDocument;
  if (!page || !old || old.readyState !== "complete") return;
  // Parsed by the frame, so that its policy holds and not this page's.
  const next = new report.contentWindow.DOMParser().parseFromString(page, "text/html");
  // The frame has a policy of its own; one more for each report would pile up.
  next.querySelectorAll("meta[http-equiv]").forEach(meta => meta.remove());
  const opened = new Set([...old.querySelectorAll("details[open] > summary")].map(one => one.textContent));
  next.querySelectorAll("details > summary").forEach(one => {
    if (opened.has(one.textContent)) one.parentElement.open = true;
  });
  const top = report.contentWindow.scrollY;
  old.replaceChild(old.adoptNode(next.documentElement), old.documentElement);
  report.contentWindow.scrollTo(0, top);
}

/** Lines and columns count from 1, columns by characters; the editor counts UTF-16 units from 0. */
function place(problem) {
  const doc = view.state.doc;
  const line = doc.line(Math.min(Math.max(1, problem.line), doc.lines));
  const units = (text, count) => [...text].slice(0, count).join("").length;
  const from = line.from + units(line.text, problem.column - 1);
  const rest = doc.sliceString(from, line.to);
  const word = problem.length || (/^[^\s,[\]{}]+/.exec(rest) || [""])[0].length || 1;
  return { from, to: Math.min(doc.length, from + Math.max(1, units(rest, word))) };
}

function mark(found) {
  const diagnostics = found
    .map(problem => ({ ...place(problem), severity: problem.severity, message: problem.message }))
    .sort((one, other) => one.from - other.from);
  view.dispatch(setDiagnostics(view.state, diagnostics));
  problems.replaceChildren(...found.map(item));
}

function item(problem) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = problem.severity;
  button.textContent = problem.severity + ", line " + problem.line + ": " + problem.message;
  button.addEventListener("click", () => {
    view.dispatch({ selection: { anchor: place(problem).from }, scrollIntoView: true });
    view.focus();
  });
  const entry = document.createElement("li");
  entry.append(button);
  return entry;
}

function file(id, text, type, name) {
  const link = element(id);
  if (link.href.startsWith("blob:")) URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
}

// A link carries the scenario in its fragment, which browsers send to nobody.
async function packed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function unpacked(fragment) {
  const bytes = Uint8Array.from(atob(fragment.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > LONGEST) throw new Error("too large");
  }
  return text + decoder.decode();
}

function replace(text) {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
}

async function openLink() {
  if (!location.hash.startsWith("#s=")) return false;
  try {
    replace(await unpacked(location.hash.slice(3)));
    return true;
  } catch {
    complain("the link holds no scenario");
    return false;
  }
}

element("link").addEventListener("click", async () => {
  showInAddress("#s=" + await packed(view.state.doc.toString()));
  try {
    await navigator.clipboard.writeText(location.href);
    element("link").textContent = "Copied";
  } catch {
    element("link").textContent = "In the address bar";
  }
  setTimeout(() => { element("link").textContent = "Copy link"; }, 2000);
});

function showInAddress(fragment) {
  window.history.replaceState(null, "", fragment);
}

window.addEventListener("hashchange", openLink);
report.addEventListener("load", render);

async function start() {
  const [known, format] = await Promise.all(
    ["/examples.json", "/schema.json"].map(async path => (await fetch(path)).json()));
  schema = format;
  for (const example of known) examples.add(new Option(example.name, example.name));
  const choose = name => replace(known.find(example => example.name === name).text);
  examples.addEventListener("change", () => choose(examples.value));
  if (!await openLink()) {
    examples.value = "hr-rollout";
    choose("hr-rollout");
  }
}

start();
