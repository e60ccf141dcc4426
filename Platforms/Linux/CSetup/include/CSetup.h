/// What must happen to the setup binary before any other code of it runs.
///
/// Linking this target is enough: its function stands in `.preinit_array`, which the loader runs before every constructor,
/// the Swift runtime's included. It removes the variables that steer that runtime (`SWIFT_*`, `LIBDISPATCH_*`), also when
/// root started the program directly; opens descriptors 0 to 2 when they are closed; and sets the umask to 022.
#pragma once
/// Does nothing; a reference keeps the object in the program.
void sallyport_setup_early(void);
