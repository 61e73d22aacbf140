// Shows the same answers the way another chat platform would: as the Markdown it gets instead of cards.

const KEY = "earshot.look";

/** Lets the person choose among the radio buttons of a fieldset; remembered in this browser. */
export function offerLooks(fieldset, changed) {
  const choices = [...fieldset.querySelectorAll("input")];
  const show = (look) => {
    document.body.dataset.look = look;
    changed();
  };
  const kept = choices.find((choice) => choice.value === remembered());
  if (kept) kept.checked = true;
  show(choices.find((choice) => choice.checked).value);
  fieldset.addEventListener("change", (event) => {
    show(event.target.value);
    try {
      localStorage.setItem(KEY, event.target.value);
    } catch {
      // A browser that keeps nothing shows cards again next time.
    }
  });
}

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
