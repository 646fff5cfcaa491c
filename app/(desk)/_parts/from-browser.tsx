/** Opens the form with address, title and selected words of the page that is read: it stores nothing. */
const bookmarklet = (site: string): string =>
  `javascript:void(open(${JSON.stringify(`${site}/review/intake?url=`)}+encodeURIComponent(location.href)+'&title='+encodeURIComponent(document.title.slice(0,300))+'&quote='+encodeURIComponent(String(getSelection()).slice(0,1500))))`;

/** How to come here from the page that is read. */
export const FromBrowser = ({ site }: { site: string }) => (
  <details className="from-browser">
    <summary>Add the page you are reading with one click</summary>
    <div className="field">
      <label htmlFor="bookmarklet">Address of the bookmark</label>
      <textarea id="bookmarklet" readOnly rows={4} defaultValue={bookmarklet(site)} spellCheck={false} aria-describedby="h-bookmarklet" />
      <p className="hint" id="h-bookmarklet">
        Make a new bookmark and paste this as its address. On an article, select the words with the number if you like and open the
        bookmark: this form opens with the address, the title and your words. On a phone, install this desk from the menu of the browser and
        share an article with it. Nothing is stored before you send the form.
      </p>
    </div>
  </details>
);
