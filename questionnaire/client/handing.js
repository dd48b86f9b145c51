// Hands over what a reader takes along, and says so. Nothing is requested.

/** Put a text on the clipboard; whether it worked. */
export const copied = (text) => (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(() => true, () => false);

/** Hand a file over to the reader. */
export function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // else whoever opens the address reads it until the tab is closed
}

/** Say in its place, where a screen reader hears it, what the place holds in store. */
export const tell = (place) => (place.textContent = place.dataset.words);
