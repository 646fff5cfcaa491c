export default function NotFound() {
  return (
    <div className="empty">
      <h1>There is nothing here</h1>
      <p>The address may be mistyped, or what it named may not be yours to see.</p>
      <p>
        <a href="/review">Back to the queue</a>
      </p>
    </div>
  );
}
