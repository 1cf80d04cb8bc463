// Keeps what a reader chose for every page.
for (const box of document.querySelectorAll(".look input")) {
  box.checked = localStorage[box.name];
  box.onchange = () => (localStorage[box.name] = box.checked || "");
}
