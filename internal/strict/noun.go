package strict

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// noun says what a value of a TOML file is.
func noun(x any) string {
	switch x.(type) {
	case string:
		return "a string"
	case int64:
		return "an integer"
	case float64:
		return "a decimal number"
	case bool:
		return "true or false"
	case time.Time:
		return "a date or time"
	case map[string]any:
		return "a table"
	}
	return "a list"
}

// typeNoun says what the value of a field must be.
func typeNoun(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "a string"
	case reflect.Int:
		return "an integer"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		elem := t.Elem()
		if v, ok := reflect.New(elem).Interface().(located); ok {
			elem = reflect.TypeOf(v.slot()).Elem()
		}
		if elem.Kind() == reflect.Struct {
			return "a list of tables"
		}
		return "a list"
	}
	return "a table"
}

// typeHint helps where the mistake is a common one.
func typeHint(t reflect.Type, name string, x any) string {
	s, isString := x.(string)
	switch {
	case t.Kind() == reflect.Bool && isString:
		return "leave out the quotes: " + name + " = true"
	case t.Kind() == reflect.Int && isString:
		if _, err := strconv.Atoi(s); err == nil {
			return "leave out the quotes: " + name + " = " + s
		}
	case typeNoun(t) == "a list of tables" && noun(x) == "a table":
		return "begin each item of the list with [[" + name + "]]"
	case t.Kind() == reflect.Struct && noun(x) == "a list" && !strings.Contains(name, " "):
		return "there is one only: write [" + name + "]"
	case t.Kind() == reflect.Slice && isString && typeNoun(t) == "a list":
		return fmt.Sprintf("put it in brackets: %s = [%q]", name, s)
	}
	return ""
}
