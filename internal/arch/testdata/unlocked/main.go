// Command unlocked can be built on Unix only: nothing defines lock elsewhere.
package main

func main() { lock() }
