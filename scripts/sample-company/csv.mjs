/** Writes a table as RFC 4180 text: comma, CRLF, quotes doubled, UTF-8 without BOM. */

function quoted(value) {
  if (value === undefined || value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function toCsv(headers, rows) {
  return [headers, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}
