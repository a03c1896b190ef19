/** English words of the accounts screen. */
export const accounts = {
  title: 'Accounts',
};
