/** English words of the account screen. */
export const account = {
  title: 'Account',
};
