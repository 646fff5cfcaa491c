export function Hello({ name }: { name: string }) {
  return <p className="a">Hello {name}</p>;
}
