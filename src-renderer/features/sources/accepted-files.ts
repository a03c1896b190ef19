/** The kinds of files that the file dialog offers; others can be dropped and get an answer in words. */
export const ACCEPTED = '.csv,.tsv,.txt,.tab,.xlsx,.xls,.json,.jsonl,.ndjson';
