// In every page of a preview: loads it again, where the reader was, when the site changes, and shows what is wrong.
const PLACE = "dafu-preview";
const place = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
sessionStorage.removeItem(PLACE);
if (place?.page === location.pathname) scrollTo({ top: place.top, behavior: "instant" });

const panel = document.createElement("details");
const summary = document.createElement("summary");
const findings = document.createElement("div");
panel.id = "dafu-findings";
findings.setAttribute("role", "status");
// Styles set from a script are no inline styles: the page's policy allows them.
Object.assign(panel.style, {
  position: "fixed", inset: "auto 0 0 0", zIndex: 1000, maxHeight: "45vh", overflow: "auto", padding: "0.5em 1em",
  background: "#fff4ce", color: "#1b1b1b", borderTop: "3px solid #b3261e", font: "14px/1.5 ui-monospace, monospace",
});
Object.assign(findings.style, { whiteSpace: "pre-wrap", overflowWrap: "anywhere" });
panel.append(summary, findings);
panel.hidden = true;
document.body.append(panel);

const shown = new URL(import.meta.url).searchParams.get("shown");
const events = new EventSource("/.dafu/events");
events.onmessage = ({ data }) => {
  const now = JSON.parse(data);
  if (shown !== `${now.shown}`) {
    sessionStorage.setItem(PLACE, JSON.stringify({ page: location.pathname, top: scrollY }));
    location.reload();
    return;
  }
  summary.textContent = now.summary;
  findings.textContent = now.findings;
  panel.open = now.errors;
  panel.hidden = !now.summary;
};
// What goes on listening would keep one of the few connections to this host from the next page.
addEventListener("pagehide", () => events.close());
