// Reads the page aloud with a voice that the device itself has. A voice from the network would send the text elsewhere, and in
// the questionnaire that text is the reader's situation: then nothing is read, and the page says why.

import { pieces } from "./readable.js";

const voice = window.speechSynthesis;
/** What is being read: { control, stop, queue, at, said }; nothing before the first tap and after the end. */
let reading;

/** The button: start, pause, go on. */
export async function use(control) {
  if (!reading) return start(control);
  if (!reading.said) return say();
  reading.said = undefined; // pause() is not kept by every browser: what was begun is said again
  voice.cancel();
  control.textContent = control.dataset.resume;
}

async function start(control) {
  const box = control.closest("[data-listening]");
  const root = shownPart(control);
  const voices = await localVoices();
  const main = voiceOf(voices, root.closest("[lang]").lang);
  if (!main) return sayWhy(box.querySelector("[role=status]"));
  unsay();
  const queue = pieces(root).map((piece) => ({ ...piece, voice: voiceOf(voices, piece.lang) ?? main }));
  if (!queue.length) return;
  reading = { control, stop: box.querySelector("[data-stop]"), words: control.textContent, queue, at: 0, said: undefined };
  reading.stop.hidden = false;
  reading.stop.onclick = () => {
    stop();
    control.focus();
  };
  say();
}

/** Why nothing is read and what else there is, until the device tells of other voices or something else is shown. */
function sayWhy(status) {
  status.textContent = status.dataset.noVoice;
  voice?.addEventListener?.("voiceschanged", unsay, { once: true });
}

const unsay = () => (document.querySelector("[data-listening] [role=status]").textContent = "");

/** The text of the page; in the questionnaire, the question or the results. */
function shownPart(control) {
  const asked = control.closest("[data-questionnaire]");
  if (!asked) return control.closest("article");
  return asked.querySelector(asked.dataset.view === "question" ? "[data-form] fieldset" : "[data-results]");
}

/** The voices of the device; some browsers list them a moment after they are first asked. */
async function localVoices() {
  if (!voice) return [];
  if (!voice.getVoices().length) {
    await new Promise((done) => {
      voice.addEventListener?.("voiceschanged", done, { once: true });
      setTimeout(done, 1500);
    });
  }
  return voice.getVoices().filter(({ localService }) => localService);
}

const voiceOf = (voices, lang) => voices.find((each) => each.lang.toLowerCase().split(/[-_]/)[0] === lang.split("-")[0]);

function say() {
  const { queue, at, control } = reading;
  const piece = queue[at];
  if (!piece?.block.isConnected) return stop(); // the end, or another question stands here now
  control.textContent = control.dataset.pause;
  mark(piece.block);
  const said = Object.assign(new SpeechSynthesisUtterance(piece.text), { voice: piece.voice, lang: piece.voice.lang });
  said.onend = said.onerror = () => {
    if (reading?.said !== said) return; // paused, stopped, or begun anew
    reading.at += 1;
    say();
  };
  reading.said = said; // kept: a browser may drop what nobody holds, and never tell that it ended
  voice.speak(said);
}

function mark(block) {
  document.querySelector("[data-reading]")?.removeAttribute("data-reading");
  if (!block) return;
  block.dataset.reading = "";
  block.scrollIntoView({ block: "nearest" });
}

function stop() {
  if (!reading) return;
  const { control, stop: button, words } = reading;
  reading = undefined;
  voice.cancel();
  mark();
  control.textContent = words;
  button.hidden = true;
}

addEventListener("pagehide", stop);
document.addEventListener("shown", stop);
document.addEventListener("shown", unsay);
