(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const table = document.querySelector("table.matrix");
  if (!table) return;
  const at = (id) => document.getElementById(id);
  const rows = [...table.querySelectorAll("tr.row")];
  const texts = rows.map((row) => row.querySelector(".name").textContent.toLowerCase());
  const filter = () => {
    const words = at("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const group = at("group").value, outcome = at("outcome").value;
    let shown = 0;
    rows.forEach((row, index) => {
      const fits = words.every((word) => texts[index].includes(word))
        && (!group || row.parentElement.dataset.group === group)
        && (!outcome || row.dataset.outcomes.split(" ").includes(outcome));
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    for (const body of table.tBodies) body.hidden = !body.querySelector("tr.row:not([hidden])");
    at("shown").textContent = shown + " of " + rows.length;
  };
  const arrange = () => {
    const by = at("order").value;
    const orders = { performer: [], mode: [] };
    table.querySelectorAll("thead").forEach((head) => {
      orders[head.dataset.by] = head.dataset.order.split(" ").filter(Boolean);
      head.hidden = head.dataset.by !== by;
    });
    const starts = new Set(table.querySelector(`thead[data-by=${by}]`).dataset.starts.split(" "));
    for (const row of rows) {
      const cells = new Map([...row.querySelectorAll("td")].map((cell) => [cell.dataset.column, cell]));
      for (const column of orders[by]) {
        const cell = cells.get(column);
        cell.classList.toggle("first", starts.has(column));
        row.append(cell);
      }
    }
  };
  for (const id of ["search", "group", "outcome"]) at(id).addEventListener("input", filter);
  at("order").addEventListener("input", arrange);
  table.addEventListener("toggle", (event) => {
    if (!event.target.open || !event.target.closest("td")) return;
    for (const other of table.querySelectorAll("td details[open]")) if (other !== event.target) other.open = false;
  }, true);
  const close = () => table.querySelectorAll("td details[open]").forEach((details) => { details.open = false; });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  document.addEventListener("click", (event) => { if (event.target.classList.contains("close")) close(); });
  filter();
})();
