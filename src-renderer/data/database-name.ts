/** The database's name, known without loading the library that opens it. */
export const DATABASE_NAME = 'kizuna';
