/** English words for files that cannot be read and for imports that end early: what happened, what is safe, what to do. */

export const importFailures = {
  files: {
    'too-large': {
      title: 'The file is larger than Kizuna reads',
      body: 'Nothing of it was imported. Split it, or export fewer columns or a shorter period.',
    },
    encrypted: {
      title: 'The file is protected by a password',
      body: 'Nothing of it was imported. Open it in Excel, save a copy without a password, and choose the copy.',
    },
    'old-excel': {
      title: 'This is the Excel format of 2003 and before (.xls)',
      body: 'Nothing of it was imported. Open it in Excel, save it as .xlsx or CSV, and choose that file.',
    },
    damaged: {
      title: 'The file is damaged',
      body: 'It ends early or its inner structure is broken. Nothing of it was imported. Export or download it again.',
    },
    'zip-bomb': {
      title: 'The file would unpack to an unreasonable size',
      body: 'It was closed before that and nothing of it was imported. If it is truly yours, save it as CSV.',
    },
    empty: {
      title: 'There are no rows in this file',
      body: 'Nothing to import. Check the filter of the export, then choose the new file.',
    },
    'not-a-table': {
      title: 'This is not a table',
      body: 'Kizuna reads CSV, TSV, Excel (.xlsx), JSON and JSON Lines. Nothing was imported.',
    },
    'unreadable-encoding': {
      title: 'The text cannot be read with this encoding',
      body: 'Nothing was changed. Choose another encoding, or save the file as UTF-8.',
    },
    'same-name': {
      title: 'A file of this name is already here',
      body: 'This one was left out. Remove the other one first, or give this one another name.',
    },
    'file-gone': {
      title: 'The file is no longer there',
      body: 'Nothing was imported from it. Choose it once more.',
    },
    upload: {
      title: 'The file could not be taken over',
      body: 'Nothing was imported from it. Check that it still exists and that the disk has room, then choose it once more.',
    },
    bug: {
      title: 'Reading this file failed in a way that Kizuna did not foresee',
      body: 'Nothing was imported from it and your data is unchanged. The details below help to mend it.',
    },
  },
  runs: {
    cancelled: { title: 'Cancelled', body: 'Nothing was changed.' },
    parse: {
      title: 'A file cannot be read any further',
      body: 'What this import had stored is listed under Sources and can be taken back there. Check the file, then import again.',
    },
    'file-gone': {
      title: 'A file is no longer there',
      body: 'What this import had stored is listed under Sources and can be taken back there. Choose the files once more.',
    },
    'storage-full': {
      title: 'The disk is full',
      body: 'What is stored is safe. Make room, then resume under Sources, or take back there what this import had stored.',
    },
    'read-only': {
      title: 'This data was written by a newer Kizuna',
      body: 'It can be looked at and not changed here. Install the newer version to import.',
    },
    'store-broken': {
      title: 'The local database cannot be read',
      body: 'Your files are untouched and what you wrote is in the journal. Restart and restore, then import again: no row comes in twice.',
    },
    'newer-import': {
      title: 'A later import of this source lies upon it',
      body: 'Nothing was changed. Undo the later imports first, the newest one to begin with.',
    },
    'already-undone': {
      title: 'This import was taken back already',
      body: 'Nothing was changed.',
    },
    bug: {
      title: 'The import failed in a way that Kizuna did not foresee',
      body: 'What this import had stored is listed under Sources and can be resumed or taken back there.',
    },
  },
};
