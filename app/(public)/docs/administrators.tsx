export const Administrators = () => (
  <>
    <section id="install">
      <h2>Run it</h2>
      <p>
        You need Node 20.19 or newer. <code>npm start</code> installs, migrates, builds and serves, with a demonstration in an empty record.
        For work that counts set <code>COUNTERCHECK_MODE=production</code> and <code>AUTH_SECRET</code>; <code>countercheck doctor</code>{' '}
        explains each wrong setting.
      </p>
    </section>
    <section id="people">
      <h2>People</h2>
      <p>
        Under “People”: invite by letter, give a role, disable, end all sessions. The last administrator cannot be removed. What each role
        may do stands in <a href="/method#roles">one table</a>.
      </p>
    </section>
    <section id="desk">
      <h2>How the desk works</h2>
      <p>
        Under “Settings”: whether one person decides, or two who do not see each other’s opinion, and which share of agreed rulings a third
        one looks at.
      </p>
    </section>
    <section id="programs">
      <h2>Programs</h2>
      <p>
        Under “Keys”: a key for a program that writes, in the name of a person and for some groups of acts. It is shown once. Under
        “Webhooks”: addresses that every public change is sent to. Reading needs neither: see the{' '}
        <a href="/developers/reference">reference</a>.
      </p>
    </section>
    <section id="backup">
      <h2>Backup</h2>
      <p>
        <code>countercheck backup FILE</code> writes a checked copy beside the running server, <code>countercheck restore FILE</code> brings
        it back, <code>countercheck verify</code> holds the record against its log. Write the number of entries and the last hash down
        somewhere else.
      </p>
    </section>
    <section id="upgrade">
      <h2>Upgrade</h2>
      <p>
        Take a backup, stop the server, bring in the new code and start it: it migrates by itself. A new reader of texts reads the record
        again with <code>countercheck reread</code>, or under “Jobs”.
      </p>
    </section>
    <section id="contact">
      <h2>What readers are told of you</h2>
      <p>
        <code>CONTACT</code> and <code>OPERATOR</code> fill the page <a href="/contact">contact</a> and security.txt. Reports of readers
        wait under “Reports”.
      </p>
    </section>
  </>
);
