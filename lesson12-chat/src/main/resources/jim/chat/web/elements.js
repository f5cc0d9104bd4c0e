/** The element with `id`. */
export const byId = (id) => document.getElementById(id);

/** A new element. What is shown is always set as text, so nothing that anybody writes becomes a part of the page. */
export function element(tag, className, text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A round picture with the first letter of `name`, in a colour that is its own. */
export function portrait(name) {
  const made = element('span', 'portrait', [...name][0].toUpperCase());
  made.style.setProperty('--hue', hue(name));
  made.ariaHidden = 'true';
  return made;
}

function hue(name) {
  let sum = 0;
  for (const letter of name.toLowerCase()) {
    sum = (sum * 31 + letter.codePointAt(0)) % 3600;
  }
  return (sum * 137) % 360;
}
