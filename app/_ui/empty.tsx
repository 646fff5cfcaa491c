/** Nothing here yet: what will appear, and one thing to do next. */
export function Empty({ will, href, action }: { will: string; href: string; action: string }) {
  return (
    <div className="empty">
      <p>{will}</p>
      <p>
        <a href={href}>{action}</a>
      </p>
    </div>
  );
}
