export default function Desk(props: Record<string, unknown>) {
  return <p>{Object.keys(props).join()}</p>
}
