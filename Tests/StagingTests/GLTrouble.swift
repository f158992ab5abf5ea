import CGL

/// Makes OpenGL remember an error, as a driver would in the middle of a draw.
func glRaiseError() { glEnable(0xFFFF) }
