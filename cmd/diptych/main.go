// Command diptych publishes a company's policies in Chinese and English as
// linked static pages. See "diptych --help" and the README.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], process())) }
