/** What somebody signs in with. The address stays typed where it is known, the password never does. */
export const PasswordFields = ({ email }: { email?: string }) => (
  <>
    <label className="field">
      <span>E-mail address</span>
      <input type="email" name="email" autoComplete="username" required defaultValue={email} />
    </label>
    <label className="field">
      <span>Password</span>
      <input type="password" name="password" autoComplete="current-password" required />
    </label>
  </>
);
