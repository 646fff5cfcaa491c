import { KINDS, NOTIFICATION_KINDS } from '@/db/notification-kinds';
import type { NotificationSettings } from '@/db/notification-settings';
import { OperationForm, Tick } from './forms';

/** Which kinds of news its reader hears of, in the app and by mail apart. */
export function ToldSettings({ set: { off }, page }: { set: NotificationSettings; page: string }) {
  return (
    <section aria-labelledby="notifications">
      <h2 id="notifications">What you are told</h2>
      <p className="quiet">
        In the app as it happens; by mail once a day, in one letter with what you have not read by then.{' '}
        <a href="/review/notifications">Your notifications</a>
      </p>
      <OperationForm path="settings/notifications" page={page} className="form" label="What you are told">
        {KINDS.map((kind) => (
          <fieldset key={kind}>
            <legend>{NOTIFICATION_KINDS[kind]}</legend>
            <div className="told-ways">
              <Tick type="checkbox" name={`app.${kind}`} value="on" checked={!off.app.includes(kind)}>
                In the app
              </Tick>
              <Tick type="checkbox" name={`mail.${kind}`} value="on" checked={!off.mail.includes(kind)}>
                By mail
              </Tick>
            </div>
          </fieldset>
        ))}
        <button type="submit" className="button">
          Save what I am told
        </button>
      </OperationForm>
    </section>
  );
}
