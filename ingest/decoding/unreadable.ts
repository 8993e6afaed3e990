/** A file that cannot be decoded: the message says what is wrong and, after a semicolon, what to do. Its reader adds the name. */
export class Unreadable extends Error {
  override name = "Unreadable";
}
